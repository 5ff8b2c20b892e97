package vn.partyregister.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.reference.CodeLists;

/** The rows of a member list as it is printed, with what the journal tells of coming and going up to its day. */
@Service
public class PrintedMembers {
    private static final String HIDDEN = "•••••••••";

    private final JdbcClient jdbc;
    private final CodeLists lists;
    private final Seal seal;

    PrintedMembers(JdbcClient jdbc, CodeLists lists, Seal seal) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.seal = seal;
    }

    /**
     * All members of the list, as the database hands them out; the caller closes it, in the transaction it was opened in.
     *
     * @param open whether citizen numbers are told whole
     */
    public Stream<PrintedMember> rows(MemberFilter filter, Scope scope, String sort, boolean open) {
        var query = MemberQuery.of(filter, scope, seal, 0);
        var order = MemberOrder.of(sort);
        return jdbc
                .sql("""
                        %s select m.full_name, m.birth_name, m.alias, m.born_earliest, m.born_precision, m.sex, m.ethnicity,
                            m.religion, m.joined_on, m.official_on, m.card_number, m.card_place, m.card_issued_on,
                            m.old_card_number, m.file_number, m.citizen_number_end, %s as citizen_number_sealed,
                            concat_ws(', ', m.birthplace_detail, m.birthplace_province, m.birthplace_country) as birthplace,
                            concat_ws(', ', m.native_detail, m.native_commune, m.native_province) as native_place,
                            concat_ws(', ', m.residence_detail, m.residence_commune, m.residence_province) as residence,
                            m.general_education, m.political_theory, m.qualification, m.foreign_languages,
                            m.occupation_at_entry, m.occupation, m.occupation_detail,
                            m.occupation in ('ARMED_FORCES', 'RETIRED') as serves, o.name as organisation,
                            came.effective_on as came_on, came.name as came_from,
                            gone.kind as gone, gone.effective_on as gone_on, gone.reason as gone_detail
                        from %s %s
                        left join organisation.organisation_version o
                            on o.organisation_id = %s and o.valid @> cast(:asAt as date)
                        left join lateral (
                            select told.effective_on, whence.name from membership.told told
                            left join lateral (select name from organisation.organisation_version v
                                where v.organisation_id = told.from_organisation_id
                                order by v.valid @> told.effective_on desc, lower(v.valid) desc limit 1) whence on true
                            where told.member_id = m.id and told.effective_on <= :asAt
                            and told.kind in ('TRANSFERRED_IN', 'TRANSFERRED', 'REASSIGNED')
                            order by told.effective_on desc, told.recorded desc limit 1) came on true
                        left join lateral (
                            select told.kind, told.effective_on, told.reason from membership.told told
                            where told.member_id = m.id and told.effective_on <= :asAt and told.from_organisation_id is not null
                            and told.to_organisation_id is null
                            order by told.effective_on desc, told.recorded desc limit 1) gone on s.member_id is null
                        where %s order by %s
                        """.formatted(
                                query.onlyWith(),
                                open ? "m.citizen_number_sealed" : "cast(null as bytea)",
                                query.from(),
                                order.from(query.organisation()),
                                query.organisation(),
                                query.where(),
                                order.by(sort)))
                .withFetchSize(TableDownload.FETCH_SIZE)
                .params(query.params())
                .query(this::member)
                .stream();
    }

    private PrintedMember member(ResultSet row, int at) throws SQLException {
        var gone = row.getString("gone");
        return new PrintedMember(
                at + 1,
                row.getString("full_name"),
                row.getString("birth_name"),
                row.getString("alias"),
                new PartialDate(
                        row.getObject("born_earliest", LocalDate.class),
                        PartialDate.Precision.valueOf(row.getString("born_precision"))),
                lists.label("sex", row.getString("sex")),
                lists.label("ethnicity", row.getString("ethnicity")),
                lists.label("religion", row.getString("religion")),
                row.getString("birthplace"),
                row.getString("native_place"),
                row.getString("residence"),
                lines(
                        lists.label("general-education", row.getString("general_education")),
                        lists.label("political-theory", row.getString("political_theory")),
                        lists.label("qualification", row.getString("qualification")),
                        row.getString("foreign_languages")),
                lists.label("occupation", row.getString("occupation_at_entry")),
                lines(lists.label("occupation", row.getString("occupation")), row.getString("occupation_detail")),
                row.getBoolean("serves") ? lists.label("occupation", row.getString("occupation")) : null,
                row.getObject("joined_on", LocalDate.class),
                row.getObject("official_on", LocalDate.class),
                row.getString("card_number"),
                row.getString("card_place"),
                row.getObject("card_issued_on", LocalDate.class),
                row.getString("old_card_number"),
                row.getString("file_number"),
                citizenNumber(row),
                row.getString("organisation"),
                lines(day(row.getObject("came_on", LocalDate.class)), row.getString("came_from")),
                gone == null ? null : MovementKind.valueOf(gone),
                row.getObject("gone_on", LocalDate.class),
                row.getString("gone_detail"));
    }

    private @Nullable String citizenNumber(ResultSet row) throws SQLException {
        var sealed = row.getBytes("citizen_number_sealed");
        var end = row.getString("citizen_number_end");
        return sealed != null ? seal.openText(sealed) : end == null ? null : HIDDEN + end;
    }

    /** One below the other; what is missing takes no line. */
    static @Nullable String lines(@Nullable String... parts) {
        var written = Arrays.stream(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
        return written.isEmpty() ? null : written;
    }

    static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : Dates.write(day);
    }
}
