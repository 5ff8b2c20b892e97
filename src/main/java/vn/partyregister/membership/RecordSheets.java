package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.member.FileForm;
import vn.partyregister.member.Item;
import vn.partyregister.member.ItemText;
import vn.partyregister.member.Photos;
import vn.partyregister.member.Restoration;
import vn.partyregister.member.Section;
import vn.partyregister.member.Sheet;
import vn.partyregister.membership.RecordSheet.Blank;
import vn.partyregister.membership.RecordSheet.Part;
import vn.partyregister.membership.RecordSheet.Restored;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Dates;
import vn.partyregister.reference.Form;

/**
 * Fills in record sheets from opened files, item by item as the member's form has them; what the register keeps nothing
 * of stays open to be written by hand.
 */
@Service
public class RecordSheets {
    /** a, b, then 01 … 30. */
    private static final Comparator<String> BY_NUMBER = Comparator.comparing(
                    (String number) -> number.chars().anyMatch(Character::isDigit))
            .thenComparing(Comparator.naturalOrder());

    private static final Set<String> SECTIONS =
            Arrays.stream(Section.values()).map(Section::name).collect(Collectors.toUnmodifiableSet());

    private final JdbcClient jdbc;
    private final FileForm catalogue;
    private final ItemText text;
    private final Photos photos;

    RecordSheets(JdbcClient jdbc, FileForm catalogue, ItemText text, Photos photos) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.text = text;
        this.photos = photos;
    }

    /**
     * The sheet of the member whose file was opened.
     *
     * @param citizenNumber whole, for who may see it; null shows its last digits alone
     * @param sensitive the sensitive sections; empty where the reader may not see them
     */
    public RecordSheet fill(MemberFile file, Form form, @Nullable String citizenNumber, List<Sheet> sensitive) {
        var source = new Source(bySection(file.sheets(), sensitive), told(file, citizenNumber), byKey(form));
        var parts = new TreeMap<String, Part>(BY_NUMBER);
        catalogue.all(file.asAt()).stream()
                .filter(item -> !item.number().isEmpty())
                .collect(Collectors.groupingBy(Item::number))
                .forEach((number, items) -> parts.put(number, part(number, items, source)));
        form.fields().stream()
                .filter(field -> field.number() != null)
                .forEach(field ->
                        parts.put(field.number(), Part.of(field.number(), null, List.of(blank(field, source.told())))));
        var all = new ArrayList<>(parts.values());
        declaration(source).ifPresent(all::add);
        return new RecordSheet(form.code(), form.name(), photo(file), restored(file), head(form, file), all);
    }

    private static @Nullable Restored restored(MemberFile file) {
        return file.restorations().stream()
                .filter(Restoration::marksTheFile)
                .findFirst()
                .map(Restored::by)
                .orElse(null);
    }

    private @Nullable String photo(MemberFile file) {
        return file.photo()
                ? photos.find(file.member().id()).map(Photos.Photo::address).orElse(null)
                : null;
    }

    private List<Blank> head(Form form, MemberFile file) {
        var chain = chain(file.organisation(), file.asAt());
        return form.fields().stream()
                .filter(field -> field.number() == null && !SECTIONS.contains(field.key()))
                .map(field -> blank(field, chain))
                .toList();
    }

    private Part part(String number, List<Item> items, Source source) {
        var section = items.getFirst().section();
        var field = source.fields().get(section.name());
        var sheet = source.sheets().get(section);
        if (sheet == null) {
            return Part.withheld(number, field == null ? "" : field.title());
        }
        if (!section.repeated()) {
            return Part.of(number, field == null ? null : field.title(), blanks(items, source));
        }
        return Part.table(
                number,
                field == null ? "" : field.title(),
                items.stream().map(Item::label).toList(),
                sheet.rows().stream().map(row -> cells(items, row)).toList(),
                field == null ? 1 : field.room());
    }

    private List<Blank> blanks(List<Item> items, Source source) {
        return items.stream()
                .map(item -> new Blank(item.key(), item.label(), source.value(item, text)))
                .toList();
    }

    private List<String> cells(List<Item> items, Map<String, String> row) {
        return items.stream()
                .map(item -> row.containsKey(item.key()) ? text.of(item, row.getOrDefault(item.key(), "")) : "")
                .toList();
    }

    /** Where and when the member declared it all, and how it was certified; left to the signatures where nothing is known. */
    private Optional<Part> declaration(Source source) {
        var sheet = source.sheets().get(Section.DECLARATION);
        return sheet == null || sheet.isEmpty()
                ? Optional.empty()
                : Optional.of(Part.of("", null, blanks(sheet.items(), source)));
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

    /** What is told besides the sections, or better than they tell it. */
    private static Map<String, String> told(MemberFile file, @Nullable String citizenNumber) {
        var told = new HashMap<String, String>();
        if (citizenNumber != null) {
            told.put("citizen_number", citizenNumber);
        }
        file.exemptions().stream()
                .filter(exempt -> file.exempt() && !exempt.starts().isAfter(file.asAt()))
                .findFirst()
                .ifPresent(exempt -> told.put("exempt-from", Dates.write(exempt.starts())));
        return told;
    }

    private static Blank blank(Form.Field field, Map<String, String> values) {
        return new Blank(field.key(), field.title(), values.get(field.key()));
    }

    private static Map<Section, Sheet> bySection(List<Sheet> open, List<Sheet> sensitive) {
        return Stream.concat(open.stream(), sensitive.stream())
                .collect(Collectors.toMap(Sheet::section, Function.identity()));
    }

    private static Map<String, Form.Field> byKey(Form form) {
        return form.fields().stream().collect(Collectors.toMap(Form.Field::key, Function.identity()));
    }

    /** What a sheet is filled from: the sections the reader may see, what is told besides, and what the paper has. */
    private record Source(Map<Section, Sheet> sheets, Map<String, String> told, Map<String, Form.Field> fields) {
        @Nullable
        String value(Item item, ItemText text) {
            var kept = Optional.ofNullable(sheets.get(item.section()))
                    .map(sheet -> sheet.value(item.key()))
                    .map(value -> text.of(item, value))
                    .orElse(null);
            return told.getOrDefault(item.key(), kept);
        }
    }
}
