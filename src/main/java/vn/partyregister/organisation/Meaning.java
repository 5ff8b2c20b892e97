package vn.partyregister.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.VietnameseText;

/**
 * Which organisation somebody means who writes a code, a name, or a name below its parent's ("Đảng bộ xã B / Chi bộ A"): one
 * of the tree on the day of the reorganisation, or one that begins with it. Where one that begins has the name of one that
 * was there, the new one is meant: the old one has a code, or a parent to name it by.
 */
final class Meaning {
    private static final String PATH_MARK = " / ";

    private final TreeBefore tree;
    private final Map<String, List<OrganisationId>> byName = new HashMap<>();
    private final Map<String, OrganisationId> byCode = new HashMap<>();
    private final Map<String, List<OrganisationId>> begun = new HashMap<>();
    private final Map<OrganisationId, String> types = new HashMap<>();
    private final Map<OrganisationId, String> names = new HashMap<>();

    Meaning(TreeBefore tree, List<Step> steps) {
        this.tree = tree;
        tree.nodes().forEach((id, node) -> {
            byName.computeIfAbsent(VietnameseText.folded(node.is().name()), _ -> new ArrayList<>())
                    .add(id);
            types.put(id, node.is().type());
            names.put(id, node.is().name());
            if (node.is().code() != null) {
                byCode.put(node.is().code(), id);
            }
        });
        steps.forEach(this::add);
    }

    /** One more step: whoever begins can be meant from now on. */
    void add(Step step) {
        if (step.act().begins() && step.name() != null && step.type() != null) {
            begun.computeIfAbsent(VietnameseText.folded(step.name()), _ -> new ArrayList<>())
                    .add(step.organisation());
            types.put(step.organisation(), step.type());
            names.put(step.organisation(), step.name());
            if (step.code() != null) {
                byCode.put(step.code(), step.organisation());
            }
        }
    }

    /** The one that is meant; nothing where there is none or more than one. */
    Optional<OrganisationId> of(@Nullable String written) {
        var text = written == null ? "" : VietnameseText.tidy(written);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var coded = byCode.get(text);
        if (coded != null) {
            return Optional.of(coded);
        }
        var split = text.lastIndexOf(PATH_MARK);
        var name = VietnameseText.folded(split < 0 ? text : text.substring(split + PATH_MARK.length()));
        if (split < 0 && begun.containsKey(name)) {
            return only(begun.getOrDefault(name, List.of()));
        }
        return only(byName.getOrDefault(name, List.of()).stream()
                .filter(id -> split < 0 || isBelow(id, text.substring(0, split)))
                .toList());
    }

    private static Optional<OrganisationId> only(List<OrganisationId> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private boolean isBelow(OrganisationId id, String above) {
        var split = above.lastIndexOf(PATH_MARK);
        var name = VietnameseText.folded(split < 0 ? above : above.substring(split + PATH_MARK.length()));
        var node = tree.nodes().get(id);
        var parent = node == null ? null : node.is().parent();
        return parent != null
                && VietnameseText.folded(names.getOrDefault(parent, "")).equals(name);
    }

    /** How it is written so that it is meant again: by its code where it has one. */
    String written(@Nullable OrganisationId id) {
        var node = id == null ? null : tree.nodes().get(id);
        if (node == null) {
            return id == null ? "" : names.getOrDefault(id, "");
        }
        if (node.is().code() != null) {
            return node.is().code();
        }
        var parent = node.is().parent();
        return parent == null
                ? node.is().name()
                : names.getOrDefault(parent, "") + PATH_MARK + node.is().name();
    }

    String name(@Nullable OrganisationId id) {
        return id == null ? "" : names.getOrDefault(id, "");
    }

    /** Its type, before or as it begins; empty for one that is not known. */
    String type(OrganisationId id) {
        return types.getOrDefault(id, "");
    }
}
