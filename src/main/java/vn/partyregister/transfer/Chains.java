package vn.partyregister.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.reference.Rulebook;

/**
 * The way of a letter through the levels, by the tree of the day: from the cell up to the highest level that the rule wants,
 * across, and down to the other cell. A level that both sides share signs once, and nobody above it is asked.
 */
@Component
class Chains {
    private final JdbcClient jdbc;
    private final Rulebook rulebook;

    Chains(JdbcClient jdbc, Rulebook rulebook) {
        this.jdbc = jdbc;
        this.rulebook = rulebook;
    }

    /** Between two cells of the register. */
    List<Box> within(TransferKind kind, OrganisationId from, OrganisationId to, LocalDate day) {
        var up = climb(kind, from, day);
        var down = climb(kind, to, day);
        var shared = up.stream().filter(down::contains).findFirst();
        requireFitting(kind, shared.map(Step::level).orElse(Level.ELSEWHERE));
        var boxes = new ArrayList<Box>();
        up.subList(0, shared.map(step -> up.indexOf(step) + 1).orElse(up.size()))
                .forEach(step -> boxes.add(step.box(Side.FROM)));
        boxes.addAll(descent(down.subList(0, shared.map(down::indexOf).orElse(down.size()))));
        return boxes;
    }

    /** From a cell of the register to outside of it. */
    List<Box> out(TransferKind kind, OrganisationId from, String elsewhere, LocalDate day) {
        var boxes = new ArrayList<Box>();
        climb(kind, from, day).forEach(step -> boxes.add(step.box(Side.FROM)));
        boxes.add(Box.open(Side.TO, Level.ELSEWHERE, null, elsewhere));
        return boxes;
    }

    /** From outside of the register to one of its cells. */
    List<Box> in(TransferKind kind, String elsewhere, OrganisationId to, LocalDate day) {
        var boxes = new ArrayList<Box>();
        boxes.add(Box.open(Side.FROM, Level.ELSEWHERE, null, elsewhere));
        boxes.addAll(descent(climb(kind, to, day)));
        return boxes;
    }

    private static List<Box> descent(List<Step> steps) {
        var boxes =
                new ArrayList<>(steps.stream().map(step -> step.box(Side.TO)).toList());
        Collections.reverse(boxes);
        return boxes;
    }

    /** Who stays within a base committee is transferred internally, and nobody else is. */
    private static void requireFitting(TransferKind kind, Level shared) {
        var inside = shared.compareTo(Level.BASE) <= 0;
        if (kind == TransferKind.INTERNAL && !inside) {
            throw new RuleBroken("transfer.not-within-a-base");
        }
        if (kind == TransferKind.OFFICIAL && inside) {
            throw new RuleBroken("transfer.within-a-base");
        }
    }

    private List<Step> climb(TransferKind kind, OrganisationId cell, LocalDate day) {
        var top = Level.valueOf(rulebook.on(day).text(kind.rule("level")).value());
        var steps = new ArrayList<Step>();
        for (var step : above(cell, day)) {
            steps.add(step);
            if (step.level().compareTo(top) >= 0) {
                break;
            }
        }
        return steps;
    }

    private List<Step> above(OrganisationId cell, LocalDate day) {
        return jdbc.sql("""
                        select a.ancestor_id as id, v.name, t.tier as level
                        from organisation.ancestry a
                        join organisation.organisation_version v
                            on v.organisation_id = a.ancestor_id and v.valid @> cast(:day as date)
                        join organisation.organisation_type t on t.code = v.type
                        where a.descendant_id = :cell and a.valid @> cast(:day as date)
                            and t.tier in ('CELL', 'PARTIAL', 'BASE', 'DIRECT', 'PROVINCE')
                        order by a.depth
                        """)
                .param("cell", cell.id())
                .param("day", day)
                .query(new RecordRows<>(Step.class))
                .list();
    }

    private record Step(UUID id, String name, Level level) {
        Box box(Side side) {
            return Box.open(side, level, id, name);
        }
    }
}
