package vn.partyregister.membership;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.ClosedPeriods.ClosedPeriod;
import vn.partyregister.membership.Standings.Place;
import vn.partyregister.platform.BusinessDay;

/** Has the people of a work judged and written by its act, or taken back where the work undoes another. */
@Component
class BulkDesk {
    private final BulkActs acts;
    private final BulkPeople people;
    private final Standings standings;
    private final BusinessDay businessDay;
    private final JsonMapper json;

    BulkDesk(BulkActs acts, BulkPeople people, Standings standings, BusinessDay businessDay, JsonMapper json) {
        this.acts = acts;
        this.people = people;
        this.standings = standings;
        this.businessDay = businessDay;
        this.json = json;
    }

    boolean isWhole(BulkWork work) {
        return acts.get(work.act()).isWhole();
    }

    /** Judges them within the scope of the work, and keeps what was said. */
    void judge(BulkWork work, List<MemberId> members) {
        var places = standings.places(members, work.scope(), businessDay.today());
        people.judged(work, members, places, judgement(work, acts.get(work.act()), places));
    }

    /** The closed periods that the work would come too late for. */
    List<ClosedPeriod> late(BulkWork work, List<MemberId> members) {
        return late(work, acts.get(work.act()), standings.places(members, work.scope(), businessDay.today()));
    }

    private <T> List<ClosedPeriod> late(BulkWork work, BulkAct<T> act, Map<MemberId, Place> places) {
        return act.lateFor(places, terms(work, act), work.scope(), businessDay.today());
    }

    private <T> BulkJudgement judgement(BulkWork work, BulkAct<T> act, Map<MemberId, Place> places) {
        return work.isUndoing()
                ? act.judgeUndo(people.withBefore(work.id(), places), terms(work, act))
                : act.judge(places, terms(work, act), work.scope(), businessDay.today());
    }

    /**
     * Judges them once more, held so that nobody else writes meanwhile, and writes for those who still can.
     *
     * @return for how many it was written
     */
    int write(BulkWork work, List<MemberId> members) {
        standings.hold(members);
        judge(work, members);
        var able = people.stillToWrite(work.id(), members);
        write(acts.get(work.act()), work, able);
        var written = able.stream().map(BulkPerson::member).toList();
        people.written(work.id(), written);
        return written.size();
    }

    private <T> void write(BulkAct<T> act, BulkWork work, Collection<BulkPerson> able) {
        if (able.isEmpty()) {
            return;
        }
        if (work.isUndoing()) {
            act.undo(able, terms(work, act));
        } else {
            act.write(able, terms(work, act), work.scope());
        }
    }

    private <T> T terms(BulkWork work, BulkAct<T> act) {
        return json.readValue(Objects.requireNonNull(work.terms()), act.terms());
    }
}
