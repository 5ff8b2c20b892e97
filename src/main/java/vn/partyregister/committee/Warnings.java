package vn.partyregister.committee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.partyregister.committee.CommitteeFile.Holder;
import vn.partyregister.committee.CommitteeFile.TermLine;
import vn.partyregister.committee.PostLists.Measure;
import vn.partyregister.organisation.MemberCounts.Count;
import vn.partyregister.platform.Dates;
import vn.partyregister.reference.Rulebook;
import vn.partyregister.reference.Rules;

/**
 * What is worth a warning about a committee. The rules of its size and length are those of the day it was elected, those
 * of a person those of the day they came to the post.
 */
@Component
class Warnings {
    private static final String STATUS = "status-to-be-elected";
    private static final String PLACE = "place-of-a-holder";

    private final Rulebook rulebook;
    private final PostLists lists;

    Warnings(Rulebook rulebook, PostLists lists) {
        this.rulebook = rulebook;
        this.lists = lists;
    }

    /**
     * All warnings about a term.
     *
     * @param holders who holds a post on the day
     * @param members how many the organisation has on the day
     */
    List<Warning> of(String type, TermLine term, List<Holder> holders, Count members, LocalDate day) {
        var found = new ArrayList<Warning>();
        ofMembers(type, term.body(), members, day, found);
        ofSize(type, term, holders, found);
        ofLength(type, term, found);
        ofPosts(type, term.body(), holders, day, found);
        holders.forEach(holder -> ofHolder(holder, day, found));
        return List.copyOf(found);
    }

    private void ofMembers(String type, Body body, Count members, LocalDate day, List<Warning> found) {
        var rules = rulebook.on(day);
        known(type, body, Measure.OFFICIAL_MEMBERS_NEEDED, rules, key -> {
            var needed = rules.amount(key);
            if (members.official() < needed.value()) {
                found.add(ofBody("few-official", Source.of(needed.source()), members.official(), needed.value()));
            }
        });
        known(type, body, Measure.OFFICIAL_MEMBERS_ENOUGH, rules, key -> {
            var enough = rules.amount(key);
            if (members.official() >= enough.value()) {
                found.add(ofBody("enough-official", Source.of(enough.source()), members.official(), enough.value()));
            }
        });
    }

    private void ofSize(String type, TermLine term, List<Holder> holders, List<Warning> found) {
        var rules = rulebook.on(term.starts());
        var size = Math.max(term.members(), people(holders, lists::isInBody));
        var standing = people(holders, lists::isInStanding);
        known(type, term.body(), Measure.MOST_MEMBERS, rules, key -> {
            var most = rules.amount(key);
            if (size > most.value()) {
                found.add(ofBody("many-members", Source.of(most.source()), size, most.value()));
            }
        });
        known(type, term.body(), Measure.MOST_IN_STANDING, rules, key -> {
            var most = rules.amount(key);
            if (standing > most.value()) {
                found.add(ofBody("many-in-standing", Source.of(most.source()), standing, most.value()));
            }
        });
        known(type, term.body(), Measure.SHARE_OF_STANDING, rules, key -> {
            var share = rules.share(key);
            if (people(holders, lists::makesStanding) > 0 && share.value().isExceededBy(standing, size)) {
                found.add(ofBody("large-standing", Source.of(share.source()), standing, size, share.value()));
            }
        });
    }

    private void ofLength(String type, TermLine term, List<Warning> found) {
        var rules = rulebook.on(term.starts());
        known(type, term.body(), Measure.TERM, rules, key -> {
            var length = rules.period(key);
            var end = term.starts().plus(length.value());
            if (term.lastDay().isAfter(end)) {
                found.add(
                        ofBody("long-term", Source.of(length.source()), Dates.write(term.lastDay()), Dates.write(end)));
            }
        });
    }

    private void ofPosts(String type, Body body, List<Holder> holders, LocalDate day, List<Warning> found) {
        for (var post : lists.posts(type, body, day)) {
            var most = post.most();
            var number = people(holders, post.post()::equals);
            if (most != null && number > most) {
                found.add(ofBody(
                        "many-holders",
                        new Source(post.directive(), post.clause(), null),
                        lists.label(post.post()),
                        number,
                        most));
            }
        }
        holders.stream()
                .filter(holder -> lists.isInBody(holder.post()))
                .collect(Collectors.groupingBy(Holder::person, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(posts -> posts.size() > 1)
                .forEach(posts -> found.add(new Warning(
                        "committee.warning.same-person",
                        List.of(
                                name(posts.getFirst()),
                                posts.stream()
                                        .map(holder -> lists.label(holder.post()))
                                        .collect(Collectors.joining(", "))),
                        posts.getLast().id(),
                        null)));
    }

    private void ofHolder(Holder holder, LocalDate day, List<Warning> found) {
        var rules = rulebook.on(holder.judgedOn());
        if (!holder.official() && rules.know(STATUS)) {
            found.add(ofHolder(
                    "not-official", holder, Source.of(rules.text(STATUS).source()), holder.judgedOn()));
        }
        if (!holder.belonged() && rules.know(PLACE)) {
            found.add(ofHolder(
                    "not-of-organisation", holder, Source.of(rules.text(PLACE).source()), holder.judgedOn()));
        } else if (!holder.here() && rules.know(PLACE)) {
            found.add(ofHolder("gone", holder, Source.of(rules.text(PLACE).source()), day));
        }
    }

    private Warning ofHolder(String key, Holder holder, Source source, LocalDate day) {
        return new Warning(
                "committee.warning." + key,
                List.of(name(holder), lists.label(holder.post()), Dates.write(day)),
                holder.id(),
                source);
    }

    private static Warning ofBody(String key, Source source, Object... arguments) {
        return new Warning("committee.warning." + key, List.of(arguments), null, source);
    }

    /** Nothing in the place of a name that the reader may not read. */
    private static String name(Holder holder) {
        return Objects.requireNonNullElse(holder.name(), "…");
    }

    private static int people(List<Holder> holders, Predicate<String> post) {
        return (int) holders.stream()
                .filter(holder -> post.test(holder.post()))
                .map(Holder::person)
                .distinct()
                .count();
    }

    private void known(
            String type, Body body, Measure measure, Rules rules, java.util.function.Consumer<String> judge) {
        lists.rule(type, body, measure).filter(rules::know).ifPresent(judge);
    }
}
