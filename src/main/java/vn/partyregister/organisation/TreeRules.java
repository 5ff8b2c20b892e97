package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.RuleSource;
import vn.partyregister.reference.Certainty;
import vn.partyregister.reference.DatedSource;

/** What orders the tree, to be read: which type may stand under which on a day, the types and kinds there are, and why. */
@Service
@Transactional(readOnly = true)
public class TreeRules {
    private static final String SOURCE =
            "d.kind as directive_kind, d.number, d.issuer, d.issued_on, s.clause, s.certainty";

    private final JdbcClient jdbc;
    private final PermittedPairs pairs;
    private final OrganisationLists lists;

    TreeRules(JdbcClient jdbc, PermittedPairs pairs, OrganisationLists lists) {
        this.jdbc = jdbc;
        this.pairs = pairs;
        this.lists = lists;
    }

    /** The pairs that are permitted on a day, from the top of the tree down. */
    public List<PairOfTypes> pairs(LocalDate day) {
        return jdbc.sql("select s.parent_type, s.child_type, s.needs_approval, lower(s.valid) as starts, "
                        + "upper(s.valid) - 1 as last, " + SOURCE + """

                        from organisation.permitted_pair s
                        join reference.directive d on d.id = s.directive_id
                        join organisation.organisation_type p on p.code = s.parent_type
                        join organisation.organisation_type c on c.code = s.child_type
                        where s.valid @> cast(:day as date)
                        order by p.position, c.position
                        """)
                .param("day", day)
                .query(new RecordRows<>(PairOfTypes.class))
                .list();
    }

    /** All types, those that ended or have not begun among them. */
    public List<Entry> types() {
        return entries("organisation_type", "null");
    }

    /** All kinds of base organisation. */
    public List<Entry> kinds() {
        return entries("organisation_kind", "s.sum_into");
    }

    private List<Entry> entries(String table, String sumInto) {
        return jdbc.sql("select s.code, cast(%s as text) as sum_into, lower(s.valid) as starts, ".formatted(sumInto)
                        + "upper(s.valid) - 1 as last, " + SOURCE + """

                        from organisation.%s s join reference.directive d on d.id = s.directive_id
                        order by s.position
                        """.formatted(table))
                .query(new RecordRows<>(Entry.class))
                .list();
    }

    /** The rule by which an organisation may stand where it does only with the written consent of the superior. */
    public Optional<RuleSource> approvalFor(OrganisationId parent, String type, LocalDate day) {
        return jdbc.sql("""
                        select type from organisation.organisation_version
                        where organisation_id = :parent and valid @> cast(:day as date)
                        """)
                .param("parent", parent.id())
                .param("day", day)
                .query((row, _) -> row.getString("type"))
                .optional()
                .flatMap(parentType -> pairs.find(parentType, type, day))
                .filter(PermittedPairs.Pair::needsApproval)
                .map(PermittedPairs.Pair::source);
    }

    public String type(@Nullable String code) {
        return lists.type(code);
    }

    public String kind(@Nullable String code) {
        return lists.kind(code);
    }

    /**
     * A pair, from {@code starts} to {@code last}, both included.
     *
     * @param needsApproval whether the direct superior has to agree in writing
     */
    public record PairOfTypes(
            String parentType,
            String childType,
            boolean needsApproval,
            @Nullable LocalDate starts,
            @Nullable LocalDate last,
            String directiveKind,
            String number,
            String issuer,
            @Nullable LocalDate issuedOn,
            String clause,
            Certainty certainty)
            implements DatedSource {
        @Override
        public String title() {
            return number;
        }
    }

    /** A type or a kind, from {@code starts} to {@code last}, both included. */
    public record Entry(
            String code,
            @Nullable String sumInto,
            @Nullable LocalDate starts,
            @Nullable LocalDate last,
            String directiveKind,
            String number,
            String issuer,
            @Nullable LocalDate issuedOn,
            String clause,
            Certainty certainty) {}
}
