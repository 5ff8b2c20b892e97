package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Uuids;
import vn.partyregister.recognition.StockLines.Taken;

/** Things of the stock of one organisation for many members at once: the oldest receipt first, by the order of names. */
@Component
class Blanks {
    private final JdbcClient jdbc;
    private final StockLines lines;

    Blanks(JdbcClient jdbc, StockLines lines) {
        this.jdbc = jdbc;
        this.lines = lines;
    }

    /**
     * Finds one for each; nothing is taken out before {@link #issue}, and nobody else takes anything meanwhile.
     *
     * @param wanted the kind each member is to be given
     */
    Found find(Map<UUID, String> wanted, UUID organisation) {
        lines.lock();
        var members = List.copyOf(wanted.keySet());
        var pairs = jdbc.sql("""
                        with wanted as (
                            select m.id as member, w.kind, row_number() over (partition by w.kind
                                order by m.given_name, m.middle_name, m.family_name, m.id) as place
                            from unnest(cast(:members as uuid[]), cast(:kinds as text[])) as w (member, kind)
                            join member.member m on m.id = w.member
                        ), wants as (select kind, count(*) as people from wanted group by kind
                        ), free as (
                            select s.kind, s.id, g.number, recognition.serial(s.series, g.number, s.digits) as serial,
                                row_number() over (partition by s.kind order by s.received_on, s.id, g.number) as place
                            from recognition.stock s
                            join wants w on w.kind = s.kind
                            cross join lateral unnest(s.free) as r (span)
                            cross join lateral generate_series(lower(r.span), least(upper(r.span) - 1,
                                lower(r.span) + w.people - 1)) as g (number)
                            where s.organisation_id = :organisation
                        )
                        select w.member, w.kind, f.id as receipt, f.number, f.serial
                        from wanted w left join free f on f.kind = w.kind and f.place = w.place
                        """)
                .param("organisation", organisation)
                .param("members", members.toArray(UUID[]::new))
                .param("kinds", members.stream().map(wanted::get).toArray(String[]::new))
                .query(new RecordRows<>(Pair.class))
                .list();
        var taken = new HashMap<UUID, Taken>();
        var without = new ArrayList<UUID>();
        for (var pair : pairs) {
            if (pair.receipt() == null || pair.number() == null || pair.serial() == null) {
                without.add(pair.member());
            } else {
                taken.put(
                        pair.member(),
                        new Taken(pair.member(), Uuids.next(), pair.receipt(), pair.number(), pair.serial()));
            }
        }
        return new Found(taken, without);
    }

    void issue(Collection<Taken> taken, LocalDate day, String paper) {
        lines.issue(taken, day, paper);
    }

    /**
     * What the stock has for them.
     *
     * @param without those for whom it has nothing
     */
    record Found(Map<UUID, Taken> taken, List<UUID> without) {
        Found {
            taken = Map.copyOf(taken);
            without = List.copyOf(without);
        }
    }

    private record Pair(
            UUID member,
            String kind,
            @Nullable UUID receipt,
            @Nullable Long number,
            @Nullable String serial) {}
}
