package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ManyRows;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.statistics.Form1.Drawn;
import vn.partyregister.statistics.Form1Page.Figure;

/** Closed periods in the database: frozen by the very expressions that count and list the form. */
@Component
class ClosingStore {
    private static final String CLOSINGS = """
            select c.id, c.organisation_id, c.name, c.kind, c.from_on, c.to_on, c.code, c.directive, c.entries, c.in_transit, c.fingerprint,
                case :language when 'en' then k.name_en else k.name_vi end as label,
                case :language when 'en' then c.title_en else c.title_vi end as title,
                c.closed_at at time zone :zone as closed_at, c.closed_by,
                c.reopened_at at time zone :zone as reopened_at, c.reopened_by, c.reopened_as, c.reopening_reason
            from statistics.closing c join statistics.period_kind k on k.code = c.kind
            where %s order by %s, c.to_on desc, c.from_on, c.closed_at desc
            """;

    private static final Map<String, String> ORDERS = Map.of(
            "to", "c.to_on",
            "from", "c.from_on",
            "kind", "k.position",
            "closed", "c.closed_at",
            "reopened", "c.reopened_at");

    private final JdbcClient jdbc;

    ClosingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Freezes a form: whom it counts, its rows, its parts. What is frozen waits for its closing until the commit. */
    void freeze(
            ClosingId id,
            OrganisationId organisation,
            String name,
            String kind,
            Period period,
            Drawn drawn,
            long inTransit) {
        lines(id, organisation, period);
        stock(id, organisation, Flow.OPENING, period.eve());
        stock(id, organisation, Flow.CLOSING, period.to());
        figures(id, period, drawn);
        children(id, drawn);
        jdbc.sql("""
                        insert into statistics.closing (id, organisation_id, name, kind, from_on, to_on, form, code, title_vi,
                            title_en, directive, in_transit, entries, fingerprint, closed_by)
                        select :id, :organisation, :name, :kind, :from, :to, f.form, f.code, f.name_vi, f.name_en, f.directive, :inTransit,
                            (select count(distinct recorded) from statistics.closed_line
                                where closing_id = :id and recorded > 0),
                            encode(sha256(convert_to(coalesce((
                                select string_agg(concat_ws(' ', side, member_id, recorded, day, codes), ';'
                                    order by side, recorded, day, member_id)
                                from statistics.closed_line where closing_id = :id), '') || coalesce((
                                select string_agg(concat_ws(' ', side, part_id, members), ';' order by side, part_id)
                                from statistics.closed_stock where closing_id = :id), ''), 'UTF8')), 'hex'),
                            :username
                        from statistics.form f where f.form = :form and f.valid @> cast(:to as date)
                        """)
                .param("id", id.id())
                .param("organisation", organisation.id())
                .param("name", name)
                .param("kind", kind)
                .param("from", period.from())
                .param("to", period.to())
                .param("form", Form1.FORM)
                .param("inTransit", inTransit)
                .param("username", Author.current().username())
                .update();
    }

    private void lines(ClosingId id, OrganisationId organisation, Period period) {
        jdbc.sql(ManyRows.once(Flows.FLOW + """
                        , coming_and_going as (%s)
                        insert into statistics.closed_line (closing_id, side, member_id, recorded, day, kind, before_id,
                            before_on, after_id, decision_id, codes)
                        select :id, side, member_id, recorded, day, kind, before_id, before_on, after_id, decision_id, codes
                        from coming_and_going
                        """.formatted(Restatements.LINES)))
                .param("id", id.id())
                .param("form", Form1.FORM)
                .params(FlowCounts.params(organisation, period))
                .update();
    }

    private void stock(ClosingId id, OrganisationId organisation, Flow side, LocalDate day) {
        jdbc.sql(ManyRows.once(Flows.STANDING + """
                        insert into statistics.closed_stock (closing_id, side, part_id, members)
                        select :id, :side, p.part, array_agg(s.member_id order by s.member_id)
                        """ + Flows.STANDS + " group by p.part"))
                .param("id", id.id())
                .param("side", side.name())
                .param("organisation", organisation.id())
                .param("day", day)
                .update();
    }

    private void figures(ClosingId id, Period period, Drawn drawn) {
        var rows = drawn.rows();
        jdbc.sql("""
                        insert into statistics.closed_figure (closing_id, code, position, side, whole, sums, official, symbol,
                            label_vi, label_en, directive, certainty, depth, figure, before)
                        select :id, r.code, r.position, r.side, r.whole, r.sums, r.official, r.symbol, r.label_vi, r.label_en,
                            r.directive, r.certainty, f.depth, f.figure, f.before
                        from unnest(:codes, :depths, :figures, :befores) as f (code, depth, figure, before)
                        join statistics.form_row r on r.form = :form and r.code = f.code and r.valid @> cast(:to as date)
                        """)
                .param("id", id.id())
                .param("codes", rows.stream().map(FormRow::code).toArray(String[]::new))
                .param("depths", rows.stream().map(FormRow::depth).toArray(Integer[]::new))
                .param(
                        "figures",
                        rows.stream()
                                .map(row -> drawn.now().getOrDefault(row.code(), 0L))
                                .toArray(Long[]::new))
                .param(
                        "befores",
                        rows.stream()
                                .map(row -> drawn.then().getOrDefault(row.code(), 0L))
                                .toArray(Long[]::new))
                .param("form", Form1.FORM)
                .param("to", period.to())
                .update();
    }

    private void children(ClosingId id, Drawn drawn) {
        for (var place = 0; place < drawn.children().size(); place++) {
            var child = drawn.children().get(place);
            jdbc.sql("""
                            insert into statistics.closed_child (closing_id, part_id, position, name, figures)
                            values (:id, :part, :position, :name, :figures)
                            """)
                    .param("id", id.id())
                    .param("part", child.id().id())
                    .param("position", place)
                    .param("name", child.name())
                    .param(
                            "figures",
                            child.figures().stream().map(Figure::count).toArray(Long[]::new))
                    .update();
        }
    }

    /** Whether it was open until now. */
    boolean reopen(ClosingId id, String as, String reason) {
        return jdbc.sql("""
                        update statistics.closing set reopened_at = clock_timestamp(), reopened_by = :username,
                            reopened_as = :as, reopening_reason = :reason
                        where id = :id and reopened_at is null
                        """)
                        .param("id", id.id())
                        .param("username", Author.current().username())
                        .param("as", as)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    Optional<Closing> find(ClosingId id) {
        return closings("c.id = :id", Map.of("id", id.id())).stream().findFirst();
    }

    /** What holds for a committee and a period, by each kind of period that it is. */
    List<Closing> holding(OrganisationId organisation, Period period) {
        return closings(
                "c.organisation_id = :organisation and c.from_on = :from and c.to_on = :to and c.reopened_at is null",
                Map.of("organisation", organisation.id(), "from", period.from(), "to", period.to()));
    }

    /** What holds for a committee of the periods that end on a day. */
    List<Closing> endingOn(OrganisationId organisation, LocalDate day) {
        return closings(
                "c.organisation_id = :organisation and c.to_on = :day and c.reopened_at is null",
                Map.of("organisation", organisation.id(), "day", day));
    }

    /** All that a committee ever closed, the latest period first. */
    List<Closing> of(OrganisationId organisation) {
        return closings("c.organisation_id = :organisation", Map.of("organisation", organisation.id()));
    }

    /** The same in another order. */
    List<Closing> of(OrganisationId organisation, String sort) {
        var order = sort.split(",", 2);
        return closings(
                "c.organisation_id = :organisation",
                ORDERS.getOrDefault(order[0], "c.to_on") + " " + order[1] + " nulls last",
                Map.of("organisation", organisation.id()));
    }

    /** What holds of a kind and a period, of those right below a committee on its last day. */
    List<Closing> ofChildren(OrganisationId organisation, String kind, Period period) {
        return closings(
                """
                        c.kind = :kind and c.from_on = :from and c.to_on = :to and c.reopened_at is null
                        and exists (select from organisation.organisation_version v where v.organisation_id = c.organisation_id
                            and v.parent_id = :organisation and v.valid @> c.to_on)""", Map.of("organisation", organisation.id(), "kind", kind, "from", period.from(), "to", period.to()));
    }

    private List<Closing> closings(String condition, Map<String, Object> params) {
        return closings(condition, "c.to_on desc", params);
    }

    private List<Closing> closings(String condition, String order, Map<String, Object> params) {
        var all = new HashMap<String, @Nullable Object>(params);
        all.put("language", LocaleContextHolder.getLocale().getLanguage());
        all.put("zone", BusinessDay.ZONE.getId());
        return jdbc.sql(CLOSINGS.formatted(condition, order))
                .params(all)
                .query(new RecordRows<>(Closing.class))
                .list();
    }

    /** The frozen rows in their order. */
    List<Frozen> figures(ClosingId id) {
        return jdbc.sql("""
                        select code, side, whole, sums, official, symbol, directive, certainty, depth, figure, before,
                            case :language when 'en' then label_en else label_vi end as label
                        from statistics.closed_figure where closing_id = :id order by position
                        """)
                .param("id", id.id())
                .param("language", LocaleContextHolder.getLocale().getLanguage())
                .query(new RecordRows<>(Frozen.class))
                .list();
    }

    /** The frozen parts in their order. */
    List<FrozenChild> children(ClosingId id) {
        return jdbc.sql("select name, figures from statistics.closed_child where closing_id = :id order by position")
                .param("id", id.id())
                .query((row, _) -> new FrozenChild(row.getString("name"), List.of((Long[])
                        row.getArray("figures").getArray())))
                .list();
    }

    /** A row as it was closed. */
    record Frozen(
            String code,
            Flow side,
            @Nullable String whole,
            boolean sums,
            boolean official,
            String symbol,
            String label,
            String directive,
            String certainty,
            int depth,
            long figure,
            long before) {
        FormRow row() {
            return new FormRow(code, side, whole, sums, official, symbol, label, directive, certainty, depth);
        }
    }

    /**
     * A part as it was closed.
     *
     * @param name null for those who stood in the organisation itself
     * @param figures by column
     */
    public record FrozenChild(@Nullable String name, List<Long> figures) {
        public FrozenChild {
            figures = List.copyOf(figures);
        }
    }
}
