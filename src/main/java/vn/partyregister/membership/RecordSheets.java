package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.member.Education;
import vn.partyregister.member.Member;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Dates;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.reference.Form;

/** Fills in record sheets from opened files; what the register keeps nothing of stays open to be written by hand. */
@Service
public class RecordSheets {
    private static final String HIDDEN = "•••••••••";

    private final JdbcClient jdbc;
    private final CodeLists lists;

    RecordSheets(JdbcClient jdbc, CodeLists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /**
     * The sheet of the member whose file was opened.
     *
     * @param citizenNumber whole, for who may see it; null shows its last digits alone
     * @param sensitive whether the reader may see the sensitive items
     */
    public RecordSheet fill(MemberFile file, Form form, @Nullable String citizenNumber, boolean sensitive) {
        var values = new HashMap<String, String>();
        values.putAll(chain(file.organisation(), file.asAt()));
        person(values, file.member());
        numbers(values, file.member(), citizenNumber);
        entry(values, file);
        education(values, file.member().education());
        var head = new ArrayList<RecordSheet.Blank>();
        var items = new ArrayList<RecordSheet.Item>();
        for (var field : form.fields()) {
            var withheld = field.sensitive() && !sensitive;
            var blank = new RecordSheet.Blank(field, withheld ? null : values.get(field.key()), withheld);
            if (field.number() != null) {
                items.add(new RecordSheet.Item(field.number(), List.of(blank)));
            } else if (items.isEmpty()) {
                head.add(blank);
            } else {
                var item = items.removeLast();
                items.add(new RecordSheet.Item(
                        item.number(),
                        Stream.concat(item.blanks().stream(), Stream.of(blank)).toList()));
            }
        }
        return new RecordSheet(form.code(), form.name(), head, items);
    }

    /** The names of the organisations above a member, by their tiers: whoever may read the member may read where they are. */
    private Map<String, String> chain(OrganisationId organisation, LocalDate asAt) {
        return jdbc
                .sql("""
                        select t.tier, v.name
                        from organisation.ancestry a
                        join organisation.organisation_version v
                            on v.organisation_id = a.ancestor_id and v.valid @> cast(:asAt as date)
                        join organisation.organisation_type t on t.code = v.type
                        where a.descendant_id = :organisation and a.valid @> cast(:asAt as date)
                        """)
                .param("organisation", organisation.id())
                .param("asAt", asAt)
                .query((row, _) -> Map.entry(row.getString("tier"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (nearer, _) -> nearer));
    }

    private void person(Map<String, String> values, Member member) {
        put(values, "full-name", member.fullName());
        put(values, "sex", lists.label("sex", member.sex()));
        put(
                values,
                "birth-name",
                member.birthName() == null ? null : member.birthName().toUpperCase(Locale.ROOT));
        put(values, "alias", member.alias());
        put(values, "born", member.born().toString());
        put(
                values,
                "birthplace",
                member.birthplace() == null ? null : member.birthplace().written());
        put(
                values,
                "native-place",
                member.nativePlace() == null ? null : member.nativePlace().written());
        put(
                values,
                "residence",
                member.residence() == null ? null : member.residence().written());
        put(values, "ethnicity", lists.label("ethnicity", member.ethnicity()));
        put(values, "religion", lists.label("religion", member.religion()));
        put(values, "occupation-at-entry", lists.label("occupation", member.occupationAtEntry()));
        put(values, "occupation", joined(lists.label("occupation", member.occupation()), member.occupationDetail()));
    }

    private static void numbers(Map<String, String> values, Member member, @Nullable String citizenNumber) {
        var end = member.citizenNumberEnd();
        put(values, "file-number", member.fileNumber());
        put(values, "card-number", member.card() == null ? null : member.card().number());
        put(values, "citizen-number", citizenNumber != null || end == null ? citizenNumber : HIDDEN + end);
    }

    private static void entry(Map<String, String> values, MemberFile file) {
        var member = file.member();
        put(values, "decided-on", day(member.decidedOn()));
        put(values, "joined-on", joined(day(member.joinedOn()), admittedIn(file)));
        put(values, "official-on", day(member.officialOn()));
        file.exemptions().stream()
                .filter(exempt -> file.exempt() && !exempt.starts().isAfter(file.asAt()))
                .findFirst()
                .ifPresent(exempt -> put(values, "exempt-from", day(exempt.starts())));
    }

    /** The cell that admitted them, where the journal saw it. */
    private static @Nullable String admittedIn(MemberFile file) {
        return file.events().stream()
                .filter(event -> event.kind() == MovementKind.ADMITTED && !event.takenBack() && !event.takesBack())
                .filter(event -> event.effectiveOn().equals(file.member().joinedOn()))
                .map(MemberFile.Event::toName)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void education(Map<String, String> values, @Nullable Education education) {
        if (education == null) {
            return;
        }
        put(values, "general-education", lists.label("general-education", education.generalEducation()));
        put(values, "qualification", lists.label("qualification", education.qualification()));
        put(values, "academic-title", lists.label("academic-title", education.academicTitle()));
        put(values, "political-theory", lists.label("political-theory", education.politicalTheory()));
        put(values, "foreign-languages", education.foreignLanguages());
        put(values, "informatics", education.informatics());
    }

    private static void put(Map<String, String> values, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(key, value);
        }
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : Dates.write(day);
    }
}
