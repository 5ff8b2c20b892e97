package vn.partyregister.member;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.reference.Rulebook;

/**
 * What makes a file fail, written once as SQL over {@code m}, a row of {@code member.member}: the register's own, or one
 * that an import would make of it.
 */
@Component
class CheckConditions {
    private static final List<String> NUMBERS = List.of("card_number", "file_number");

    private static final Map<String, String> OF_ONE_ITEM = Map.of(
            "joined-before-birth",
            "m.joined_on <= m.born_earliest",
            "decided-after-joining",
            "m.decided_on > m.joined_on",
            "official-before-joining",
            "m.official_on < m.joined_on",
            "card-before-joining",
            "m.card_issued_on < m.joined_on",
            "career-gap",
            """
            exists (select from member.career_whole c where c.member_id = m.id
                and (c.has_gap or c.ends_latest + 1 < member.month_number(cast(:today as text), 12)))\
            """,
            "career-overlap",
            "exists (select from member.career_whole c where c.member_id = m.id and c.has_overlap)",
            "same-name-and-birth",
            """
            exists (select from member.member other where other.born_earliest = m.born_earliest
                and split_part(other.names_folded, ' | ', 1) = split_part(m.names_folded, ' | ', 1)
                and other.born_precision = m.born_precision and other.id <> m.id)\
            """,
            "same-former-identity",
            another("former_identity_hash"),
            "same-old-card",
            another("old_card_number"));

    private final Rulebook rulebook;

    CheckConditions(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** The condition of a kind that looks at one item; empty where the rulebook has nothing to judge by. */
    Optional<String> ofOneItem(String kind, LocalDate day) {
        return switch (kind) {
            case "too-young" -> tooYoung(day);
            case "probation-too-short" -> probationTooShort();
            default -> Optional.of(Objects.requireNonNull(OF_ONE_ITEM.get(kind), kind));
        };
    }

    /** The condition of a kind for an item; empty where the kind does not suit it. */
    Optional<String> ofEachItem(String kind, Item item, LocalDate day) {
        if (!item.ofThePerson()) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (kind) {
                    case "missing" -> item.required() ? column(item) + " is null" : null;
                    case "in-the-future" ->
                        item.form() == Item.Form.DAY || item.form() == Item.Form.PARTIAL_DATE
                                ? column(item) + " > cast(:today as date)"
                                : null;
                    case "number-form" ->
                        params(day).containsKey(form(item.key()))
                                ? "%s !~ :%s".formatted(lettered(item), form(item.key()))
                                : null;
                    case "old-number" ->
                        params(day).containsKey(oldForm(item.key()))
                                ? "%s ~ :%s".formatted(lettered(item), oldForm(item.key()))
                                : null;
                    case "unknown-code" ->
                        item.form() == Item.Form.CODE
                                ? "%s not in (select code from reference.code where list = '%s')"
                                        .formatted(column(item), item.list())
                                : null;
                    case "ended-place" -> item.form() == Item.Form.PLACE ? endedPlace(item) : null;
                    default -> throw new IllegalStateException(kind);
                });
    }

    /** The parameters of the conditions: the day, and how numbers are written then and were written before. */
    Map<String, Object> params(LocalDate day) {
        var params = new HashMap<String, Object>();
        params.put("today", day);
        for (var key : NUMBERS) {
            var history = rulebook.history(key.replace('_', '-'));
            history.stream()
                    .filter(answer -> answer.holdsOn(day))
                    .forEach(answer -> params.put(form(key), whole(answer.value())));
            var ended = history.stream()
                    .filter(answer -> answer.endedBy(day))
                    .map(Rulebook.Answer::value)
                    .collect(Collectors.joining("|"));
            if (!ended.isEmpty()) {
                params.put(oldForm(key), whole(ended));
            }
        }
        return params;
    }

    private static String form(String key) {
        return key + "_form";
    }

    private static String oldForm(String key) {
        return key + "_old_form";
    }

    /** The whole of a number, in the regular expressions of PostgreSQL. */
    private static String whole(String pattern) {
        return "^(?:" + pattern.replace("\\p{Lu}", "[[:upper:]]") + ")$";
    }

    /** Compared by a collation that knows Đ for a capital. */
    private static String lettered(Item item) {
        return "(%s collate \"vi-x-icu\")".formatted(column(item));
    }

    private static String column(Item item) {
        return "m." + item.key()
                + switch (item.form()) {
                    case SECRET_NUMBER -> "_hash";
                    case PARTIAL_DATE -> "_earliest";
                    case TEXT, NOTE, NAME, DAY, CODE, PLACE, NUMBER, AMOUNT -> "";
                };
    }

    private static String another(String column) {
        return "exists (select from member.member other where other.%1$s = m.%1$s and other.id <> m.id)"
                .formatted(column);
    }

    /** Counted by the month, on the day of the decision. The oldest rule of the book stands for the time before it. */
    private Optional<String> tooYoung(LocalDate day) {
        var considered = "coalesce(m.decided_on, m.joined_on)";
        var history = rulebook.history("minimum-age-to-join").stream()
                .filter(answer -> answer.starts() == null || !answer.starts().isAfter(day))
                .toList();
        if (history.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("""
                date_trunc('month', %1$s) < date_trunc('month', m.born_earliest) + make_interval(years => case %2$s else %3$s end)\
                """.formatted(
                        considered,
                        history.stream()
                                .filter(answer -> answer.starts() != null)
                                .sorted((one, other) -> compare(other.starts(), one.starts()))
                                .map(answer -> "when %s >= date '%s' then %s"
                                        .formatted(considered, answer.starts(), answer.value()))
                                .collect(Collectors.joining(" ")),
                        history.getFirst().value()));
    }

    private static int compare(@Nullable LocalDate one, @Nullable LocalDate other) {
        return Objects.requireNonNull(one).compareTo(Objects.requireNonNull(other));
    }

    /** Earlier charters knew other lengths: of an admission before the book begins nothing is said. */
    private Optional<String> probationTooShort() {
        return rulebook.history("probation").stream()
                .map(answer -> "m.official_on < m.joined_on + interval '%s' and daterange(%s, %s) @> m.joined_on"
                        .formatted(answer.period(), bound(answer.starts()), bound(answer.ends())))
                .reduce((one, other) -> one + " or " + other);
    }

    private static String bound(@Nullable LocalDate day) {
        return day == null ? "null" : "date '" + day + "'";
    }

    /** An address follows the map of today; where somebody was born keeps the name of its time. */
    private static @Nullable String endedPlace(Item item) {
        if (item.key().startsWith("birthplace")) {
            return null;
        }
        return switch (Objects.requireNonNull(item.list())) {
            case "province" -> """
                    m.%s in (select name_vi from reference.code where list = 'province' and upper(valid) <= cast(:today as date)
                        except select name_vi from reference.code where list = 'province' and valid @> cast(:today as date))\
                    """.formatted(item.key());
            case "commune" -> """
                    (m.%s, m.%s) in (select p.name_vi, c.name_vi from reference.code c
                        left join reference.code d on d.list = c.part_of_list and d.code = c.part_of
                        join reference.code p on p.list = 'province' and p.code in (c.part_of, d.part_of)
                        where c.list = 'commune' and upper(c.valid) <= cast(:today as date))\
                    """.formatted(item.key().replace("_commune", "_province"), item.key());
            default -> null;
        };
    }
}
