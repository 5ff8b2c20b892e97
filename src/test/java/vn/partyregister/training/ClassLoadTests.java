package vn.partyregister.training;

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
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Scope;
import vn.partyregister.training.ClassLoad.Attended;
import vn.partyregister.training.ClassLoad.KnownClass;

/** Classes that are entered in one go, beside the same ones held step by step. */
@RegisterTest
@NullUnmarked
class ClassLoadTests {
    private static final LocalDate FIRST = LocalDate.of(2022, 3, 7);
    private static final LocalDate LAST = LocalDate.of(2022, 3, 11);
    private static final LocalDate ISSUED = LocalDate.of(2022, 3, 18);

    @Autowired
    private ClassLoad load;

    @Autowired
    private Classes classes;

    @Autowired
    private Participants participants;

    @Autowired
    private Certificates certificates;

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
    void aClassOfPeopleIsWrittenAsIfItHadBeenHeldStepByStep() {
        var planned = planned(ClassKind.AWARENESS, "MIXED");
        var attends = new NewParticipant(
                "Thạch Thị Lớp", PartialDate.of(LocalDate.of(1995, 5, 6)), "084095001234", tree.eastCell());
        var misses = new NewParticipant("Thạch Văn Vắng", PartialDate.ofYear(1996), null, tree.eastCell());
        var stepwise = classes.plan(planned, Scope.EVERYTHING);
        participants.register(stepwise, List.of(attends, misses), Scope.EVERYTHING);
        participants.end(
                stepwise, List.of(named(stepwise, "Thạch Văn Vắng")), Outcome.NOT_FINISHED, "Ốm", Scope.EVERYTHING);
        participants.finishRest(stepwise, Scope.EVERYTHING);
        certificates.issue(stepwise, 1, ISSUED, Scope.EVERYTHING);
        var entered = rows(stepwise.id());

        var loaded = loaded(new KnownClass(
                planned,
                ISSUED,
                List.of(new Attended(attends, null, null, 2), new Attended(misses, null, "Ốm", null))));

        assertThat(rows(loaded)).isEqualTo(entered).contains("Thạch Thị Lớp", "Ốm");
        assertThat(certificates.of(ClassKind.AWARENESS, "084095001234", ISSUED))
                .extracting(Certified::number)
                .containsExactlyInAnyOrder("1/2022", "2/2022");
    }

    @Test
    void aClassOfMembersIsWrittenAsIfItHadBeenHeldStepByStep() {
        var planned = planned(ClassKind.NEW_MEMBER, "NEW_MEMBERS");
        var member =
                people.add(tree.eastCell(), one -> one.named("Thạch Văn Mới").joined(LocalDate.of(2021, 9, 2), null));
        var stepwise = classes.plan(planned, Scope.EVERYTHING);
        participants.registerMembers(stepwise, List.of(member), Scope.EVERYTHING);
        participants.finishRest(stepwise, Scope.EVERYTHING);
        certificates.issue(stepwise, 1, ISSUED, Scope.EVERYTHING);

        var loaded = loaded(new KnownClass(planned, ISSUED, List.of(new Attended(null, member, null, 2))));

        assertThat(rows(loaded))
                .isEqualTo(rows(stepwise.id()))
                .contains("Thạch Văn Mới", tree.eastCell().toString());
    }

    private NewClass planned(ClassKind kind, String audience) {
        return new NewClass(tree.east(), kind, "Lớp khóa 1", audience, "Trung tâm", FIRST, LAST, 40);
    }

    private UUID named(TrainingClassId id, String name) {
        return jdbc.sql("select id from training.participant where class_id = :class and full_name = :name")
                .param("class", id.id())
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    private UUID loaded(KnownClass known) {
        var before = ids();
        load.load(List.of(known));
        return ids().stream().filter(id -> !before.contains(id)).findFirst().orElseThrow();
    }

    private List<UUID> ids() {
        return jdbc.sql("select id from training.class").query(UUID.class).list();
    }

    /** All of a class but identities, numbers, what is sealed, and when it was written. */
    private String rows(UUID id) {
        return jdbc.sql("""
                        select cast(jsonb_build_object(
                            'class', to_jsonb(k) - 'id' - 'recorded_at' - 'version',
                            'people', (select jsonb_agg((to_jsonb(p) - 'id' - 'class_id' - 'registered_at' - 'citizen_number_sealed')
                                || jsonb_build_object('outcomes', (select jsonb_agg(to_jsonb(o) - 'recorded' - 'participant_id' - 'recorded_at')
                                        from training.outcome o where o.participant_id = p.id),
                                    'certificates', (select jsonb_agg(to_jsonb(g) - 'id' - 'participant_id' - 'number' - 'issued_at')
                                        from training.certificate g where g.participant_id = p.id)) order by p.full_name)
                                from training.participant p where p.class_id = k.id)) as text)
                        from training.class k where k.id = :id
                        """).param("id", id).query(String.class).single();
    }
}
