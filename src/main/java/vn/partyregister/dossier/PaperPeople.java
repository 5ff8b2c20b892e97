package vn.partyregister.dossier;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.Status;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;

/** The people behind the figures: whose file is complete, whose lacks what. Nobody outside the scope is ever loaded. */
@Service
@Transactional(readOnly = true)
public class PaperPeople {
    private static final Map<String, String> BY = Map.of(
            "name", "p.given_name %1$s, p.middle_name %1$s, p.family_name %1$s",
            "organisation",
                    "o.name collate organisation.by_name %1$s nulls last, p.given_name, p.middle_name, p.family_name",
            "missing", "coalesce(l.missing, 0) %1$s, p.given_name, p.middle_name, p.family_name");
    /** What the list can be ordered by. */
    public static final Collection<String> ORDERS = BY.keySet();

    public static final String STANDARD_ORDER = "name,asc";

    private final JdbcClient jdbc;

    PaperPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of them; a page behind the last is the last. */
    public Listing<Row> page(
            PaperFilter filter, Scope scope, LocalDate asAt, String sort, int page, String here, Locale language) {
        var query = new PaperQuery(filter, scope, asAt);
        var total = jdbc.sql("%s select count(*) %s".formatted(query.with(), from(query)))
                .params(query.params())
                .query(Long.class)
                .single();
        var shown = Listing.shown(page, total);
        var rows = select(query, sort, " limit %d offset :offset".formatted(Listing.SIZE), language)
                .param("offset", (shown - 1L) * Listing.SIZE)
                .query(new RecordRows<>(Row.class))
                .list();
        return new Listing<>(rows, shown, Listing.SIZE, total, sort, here);
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<Row> stream(PaperFilter filter, Scope scope, LocalDate asAt, String sort, Locale language) {
        return select(new PaperQuery(filter, scope, asAt), sort, "", language)
                .withFetchSize(TableDownload.FETCH_SIZE)
                .query(new RecordRows<>(Row.class))
                .stream();
    }

    private JdbcClient.StatementSpec select(PaperQuery query, String sort, String limit, Locale language) {
        var parts = sort.split(",", 2);
        return jdbc.sql("""
                        %s, page as materialized (
                            select row_number() over () as place, chosen.* from (
                                select p.id, p.full_name, p.card_number, who.status, who.joined_on, who.official_on,
                                    o.name as organisation, coalesce(l.missing, 0) as missing
                                %s
                                order by %s, p.id%s) chosen)
                        select m.id, m.full_name, m.card_number, m.status, m.organisation, m.missing,
                            (select string_agg(case :language when 'en' then k.name_en else k.name_vi end, '; '
                                    order by k.position)
                             from dossier.requirement r join dossier.paper_kind k on k.code = r.kind
                             where m.missing > 0 and %s and %s and not exists (
                                select from dossier.held h where h.member_id = m.id and h.kind = r.kind)) as lacking
                        from page m order by m.place
                        """.formatted(
                        query.with(),
                        from(query),
                        BY.getOrDefault(parts[0], "p.id %1$s").formatted(parts[1].equals("desc") ? "desc" : "asc"),
                        limit,
                        Requirements.bind("m.status"),
                        query.kindAlone()))
                .params(query.params())
                .param("language", language.getLanguage());
    }

    private static String from(PaperQuery query) {
        return """
                from who
                join member.member p on p.id = who.member_id
                left join organisation.organisation_version o
                    on o.organisation_id = who.organisation_id and o.valid @> cast(:asAt as date)
                left join lack l on l.member_id = who.member_id
                where %s and %s""".formatted(query.inState(), query.named("p.names_folded"));
    }

    /**
     * Somebody and what their file lacks.
     *
     * @param lacking the kinds, in the reader's language; null where nothing is missing
     */
    public record Row(
            MemberId id,
            String fullName,
            @Nullable String cardNumber,
            Status status,
            @Nullable String organisation,
            long missing,
            @Nullable String lacking) {}
}
