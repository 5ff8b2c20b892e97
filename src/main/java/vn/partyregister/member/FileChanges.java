package vn.partyregister.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;
import vn.partyregister.member.Amendments.Amendment;
import vn.partyregister.platform.PartialDate;

/**
 * What became otherwise in the files of people between two days, of the items that lists and figures tell people by. As
 * {@link FilePast} has it: what was only found wrong, or was not known before, was so all the time, and is no difference.
 */
@Service
public class FileChanges {
    private final JdbcClient jdbc;
    private final Amendments amendments;
    private final ChangeText text;
    private final Supplier<Set<String>> keys;

    FileChanges(JdbcClient jdbc, Amendments amendments, ChangeText text) {
        this.jdbc = jdbc;
        this.amendments = amendments;
        this.text = text;
        this.keys = SingletonSupplier.of(() -> Set.copyOf(jdbc.sql("select key from member.item where of_the_person")
                .query(String.class)
                .list()));
    }

    /** Whose files may have changed after a day and until another: a few more than did, without opening any. */
    public List<MemberId> candidates(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select distinct a.member_id from member.amendment a
                        left join organisation.decision d on d.id = a.decision_id
                        where a.ground in ('ENTRY', 'DECISION', 'SUPPLEMENT')
                            and case a.ground when 'DECISION' then coalesce(d.issued_on, a.recorded_for) else a.recorded_for end
                                between cast(:from as date) + 1 and cast(:to as date)
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new MemberId(row.getObject("member_id", UUID.class)))
                .list();
    }

    /** What became otherwise in the files of some people; who has nothing is left out. */
    public Map<MemberId, List<Changed>> between(Collection<MemberId> members, LocalDate from, LocalDate to) {
        var changes = new HashMap<MemberId, List<Changed>>();
        if (members.isEmpty()) {
            return changes;
        }
        amendments.of(members, false).forEach((member, all) -> {
            var changed = changed(all.reversed(), from, to);
            if (!changed.isEmpty()) {
                changes.put(member, changed);
            }
        });
        return changes;
    }

    /** What stood in the files of some people on a past day, of the items that are otherwise since: by the key of the item. */
    public Map<MemberId, Map<String, String>> before(Collection<MemberId> members, LocalDate asAt) {
        var before = new HashMap<MemberId, Map<String, String>>();
        if (!members.isEmpty()) {
            amendments.of(members, false).forEach((member, all) -> {
                var values = before(all, asAt);
                if (!values.isEmpty()) {
                    before.put(member, values);
                }
            });
        }
        return before;
    }

    private Map<String, String> before(List<Amendment> latestFirst, LocalDate asAt) {
        var values = new HashMap<String, String>();
        for (var amendment : latestFirst) {
            if (FilePast.since(amendment).isAfter(asAt)) {
                for (var change : amendment.changes()) {
                    var before = change.before();
                    if (before != null && keys.get().contains(change.key())) {
                        values.put(change.key(), before);
                    }
                }
            }
        }
        return values;
    }

    /** A kept birth date. */
    public static Optional<PartialDate> date(String kept) {
        return Canonical.read(kept);
    }

    private List<Changed> changed(List<Amendment> oldestFirst, LocalDate from, LocalDate to) {
        var items = new LinkedHashMap<String, Net>();
        for (var amendment : oldestFirst) {
            var since = FilePast.since(amendment);
            if (!since.isAfter(from) || since.isAfter(to)) {
                continue;
            }
            for (var change : amendment.changes()) {
                if (change.before() != null && keys.get().contains(change.key())) {
                    var one = new Step(amendment, change);
                    items.merge(change.key(), new Net(one, one), (net, last) -> new Net(net.first(), last.last()));
                }
            }
        }
        return items.values().stream()
                .filter(Net::differs)
                .map(this::told)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Changed told(Net net) {
        return new Changed(
                text.label(net.last().amendment(), net.last().change()),
                String.join(
                        " – ", text.before(net.first().amendment(), net.first().change())),
                String.join(" – ", text.after(net.last().amendment(), net.last().change())));
    }

    /** An item that is otherwise than it was. */
    public record Changed(String label, String before, String after) {
        @Override
        public String toString() {
            return "%s: %s → %s".formatted(label, before, after);
        }
    }

    private record Step(Amendment amendment, Change change) {}

    /** From the first change to the last: what was changed and changed back is no difference. */
    private record Net(Step first, Step last) {
        boolean differs() {
            return !Objects.equals(first.change().before(), last.change().after());
        }
    }
}
