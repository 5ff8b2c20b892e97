package vn.partyregister.oversight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.partyregister.audit.SubjectNames;
import vn.partyregister.audit.SubjectNames.Name;
import vn.partyregister.platform.Visitor;

/** Gives entries of the trail the names of what they are about: one question for each kind, however many entries. */
@Component
class Names {
    private final Map<String, SubjectNames> kinds;

    Names(List<SubjectNames> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toMap(SubjectNames::kind, Function.identity()));
    }

    List<AuditEntry> give(List<AuditEntry> entries, Visitor visitor) {
        var subjects = entries.stream()
                .filter(entry -> entry.subjectId() != null && kinds.containsKey(entry.subject()))
                .collect(Collectors.groupingBy(
                        AuditEntry::subject, Collectors.mapping(AuditEntry::subjectId, Collectors.toSet())));
        var names = new HashMap<UUID, Name>();
        subjects.forEach((kind, ids) -> names.putAll(kinds.get(kind).names(ids, visitor)));
        return entries.stream()
                .map(entry -> entry.named(names.get(entry.subjectId())))
                .toList();
    }
}
