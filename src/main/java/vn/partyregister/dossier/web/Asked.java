package vn.partyregister.dossier.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.dossier.PaperFilter;
import vn.partyregister.dossier.PaperKind;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.platform.Parameters;

/**
 * What the address of a list about papers asks for.
 *
 * @param choice the organisation it is narrowed to; null where the visitor has none
 */
record Asked(
        Parameters parameters,
        PaperFilter filter,
        List<PaperKind> kinds,
        @Nullable OrganisationChoice choice) {}
