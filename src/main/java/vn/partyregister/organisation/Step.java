package vn.partyregister.organisation;

import org.jspecify.annotations.Nullable;

/**
 * What a reorganisation does to one organisation. All steps of a reorganisation happen at once, on its day.
 *
 * @param organisation to which; the reserved identity of one that begins
 * @param source from which it is split off
 * @param target into which it goes, or under which it stands
 * @param name what it is called from then on
 * @param kind its new kind where a type is given
 * @param code its new code; null where it keeps the one it has
 */
public record Step(
        StepAct act,
        OrganisationId organisation,
        @Nullable OrganisationId source,
        @Nullable OrganisationId target,
        @Nullable String name,
        @Nullable String type,
        @Nullable String kind,
        @Nullable String code) {
    /** Thành lập. */
    public static Step found(
            OrganisationId id, String name, String type, @Nullable String kind, OrganisationId parent) {
        return new Step(StepAct.FOUND, id, null, parent, name, type, kind, null);
    }

    /** Chia tách: a new one begins out of another. */
    public static Step split(
            OrganisationId id,
            OrganisationId source,
            String name,
            String type,
            @Nullable String kind,
            OrganisationId parent) {
        return new Step(StepAct.SPLIT, id, source, parent, name, type, kind, null);
    }

    /** Sáp nhập: it ends, and all that it has goes to another. */
    public static Step merge(OrganisationId organisation, OrganisationId into) {
        return new Step(StepAct.MERGE, organisation, null, into, null, null, null, null);
    }

    /** Đổi trực thuộc. */
    public static Step move(OrganisationId organisation, OrganisationId parent) {
        return new Step(StepAct.MOVE, organisation, null, parent, null, null, null, null);
    }

    /** Chuyển loại hình. */
    public static Step changeType(OrganisationId organisation, String type, @Nullable String kind) {
        return new Step(StepAct.CHANGE_TYPE, organisation, null, null, null, type, kind, null);
    }

    /** Đổi tên. */
    public static Step rename(OrganisationId organisation, String name) {
        return new Step(StepAct.RENAME, organisation, null, null, name, null, null, null);
    }

    /** Kết thúc hoạt động. */
    public static Step close(OrganisationId organisation) {
        return new Step(StepAct.CLOSE, organisation, null, null, null, null, null, null);
    }

    Step withCode(@Nullable String other) {
        return new Step(act, organisation, source, target, name, type, kind, other);
    }
}
