package vn.partyregister.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.organisation.Decision;
import vn.partyregister.planning.PlaceLoad.KnownPlace;
import vn.partyregister.planning.PlaceLoad.KnownPost;
import vn.partyregister.planning.PlanLoad.KnownPlan;
import vn.partyregister.platform.Scope;

/** Plans and places that are entered in one go, beside the same ones entered step by step. */
@RegisterTest
@NullUnmarked
class LoadsTests {
    private static final LocalDate SINCE = LocalDate.of(2019, 1, 1);

    @Autowired
    private PlanLoad planLoad;

    @Autowired
    private PlaceLoad placeLoad;

    @Autowired
    private Plans plans;

    @Autowired
    private PlaceBook book;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;

    @BeforeEach
    void aDistrict() {
        tree = orgs.tree();
    }

    @Test
    void aPlanIsWrittenAsIfItHadBeenDrawnUpStepByStep() {
        var targets = List.of(
                new NewTarget(tree.east(), "EVERYBODY", 20, false), new NewTarget(tree.eastBase(), "WOMEN", 5, false));
        var stepwise = plans.drawUp(plan(2021), Scope.EVERYTHING);
        plans.set(stepwise, targets, null, null, Scope.EVERYTHING);

        planLoad.load(List.of(new KnownPlan(plan(2022), targets)));

        assertThat(planRows(2022).replace("2022", "2021"))
                .isEqualTo(planRows(2021))
                .contains("WOMEN", "EVERYBODY");
    }

    @Test
    void aPlaceIsWrittenAsIfItHadBeenRecordedStepByStep() {
        var head = people.add(tree.eastCell(), person -> person.named("Thạch Văn Trưởng"));
        var situation = new Situation(tree.eastBase(), tree.eastCell(), true, head);
        var stepwise = book.record("HAMLET", "Ấp Từng Bước", SINCE, situation, Scope.EVERYTHING);
        book.fill(new NewPost(stepwise, "HEAD", null, head, SINCE), Scope.EVERYTHING);
        book.fill(new NewPost(stepwise, "FRONT_HEAD", "Lê Văn Ngoài", null, SINCE), Scope.EVERYTHING);

        placeLoad.load(
                List.of(new KnownPlace(
                        "HAMLET",
                        "Ấp Một Lần",
                        situation,
                        List.of(new KnownPost("HEAD", null, head), new KnownPost("FRONT_HEAD", "Lê Văn Ngoài", null)))),
                SINCE);

        assertThat(placeRows("Ấp Một Lần"))
                .isEqualTo(placeRows("Ấp Từng Bước"))
                .contains("Thạch Văn Trưởng", "Lê Văn Ngoài");
    }

    private NewPlan plan(int year) {
        return new NewPlan(
                tree.east(),
                PlanKind.YEAR,
                "Kế hoạch",
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                new Decision(orgs.name(tree.east()), "5-KH/HU-" + year, LocalDate.of(year, 1, 4), null));
    }

    /** All but identities and when it was written; the decision by its number. */
    private String planRows(int year) {
        return jdbc.sql("""
                        select cast(to_jsonb(p) - 'id' - 'version' - 'recorded_at' - 'decision_id' as text) || d.number || (
                            select jsonb_agg((to_jsonb(t) - 'recorded' - 'plan_id' - 'recorded_at' - 'decision_id')
                                || jsonb_build_object('same', t.decision_id = p.decision_id) order by t.group_code)
                            from planning.target t where t.plan_id = p.id)
                        from planning.plan p join organisation.decision d on d.id = p.decision_id
                        where p.organisation_id = :organisation and p.from_on = :from
                        """)
                .param("organisation", tree.east().id())
                .param("from", LocalDate.of(year, 1, 1))
                .query(String.class)
                .single();
    }

    private String placeRows(String name) {
        var id = jdbc.sql("select id from planning.place where name = :name order by id desc limit 1")
                .param("name", name)
                .query(UUID.class)
                .single();
        return jdbc.sql("""
                        select p.kind || p.recorded_by || (select jsonb_agg(to_jsonb(s) - 'place_id' - 'recorded_at')
                            from planning.place_state s where s.place_id = p.id) || (
                            select jsonb_agg(to_jsonb(o) - 'id' - 'place_id' - 'recorded_at' order by o.post)
                            from planning.place_post o where o.place_id = p.id)
                        from planning.place p where p.id = :id
                        """).param("id", id).query(String.class).single();
    }
}
