package vn.partyregister.membership;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Refusal.NotReadable;

/** The acts there are for many at once. */
@Component
class BulkActs {
    private final List<BulkAct<?>> acts;

    BulkActs(List<BulkAct<?>> acts) {
        this.acts = acts.stream().sorted(Comparator.comparing(BulkAct::key)).toList();
    }

    List<String> keys() {
        return acts.stream().map(BulkAct::key).toList();
    }

    BulkAct<?> get(String key) {
        return acts.stream()
                .filter(act -> act.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotReadable("membership.bulk.unknown-act"));
    }
}
