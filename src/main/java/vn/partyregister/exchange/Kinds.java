package vn.partyregister.exchange;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Refusal;

/** The kinds of row that the modules above know. */
@Component
class Kinds {
    private final List<RowKind> kinds;

    Kinds(List<RowKind> kinds) {
        this.kinds = kinds.stream().sorted(Comparator.comparing(RowKind::key)).toList();
    }

    List<String> keys() {
        return kinds.stream().map(RowKind::key).toList();
    }

    RowKind get(String key) {
        return kinds.stream()
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("exchange.unknown-kind"));
    }
}
