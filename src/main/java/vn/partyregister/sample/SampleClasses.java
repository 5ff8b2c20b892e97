package vn.partyregister.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.partyregister.admission.Document;
import vn.partyregister.admission.Stage;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.PersonName;
import vn.partyregister.platform.RegisterProperties;
import vn.partyregister.reference.Rules;
import vn.partyregister.training.ClassKind;
import vn.partyregister.training.ClassLoad;
import vn.partyregister.training.ClassLoad.Attended;
import vn.partyregister.training.ClassLoad.KnownClass;
import vn.partyregister.training.NewClass;
import vn.partyregister.training.NewParticipant;

/**
 * Classes of a sample, with who attended and was certified. Candidates of the cases attend
 * those before admission, so that their cases name the certificate; members on probation attend those for new members.
 */
@Component
class SampleClasses {
    private static final int LASTS = 4;
    private static final int ISSUED_AFTER = 7;
    /** A course lies at most so long before its candidate is given a helper. */
    private static final int LONGEST_WAIT = 500;

    private static final List<String> HOSTS =
            List.of("001", "002", "003", "004", "005", "006", "007", "008", "009", "010", "012");

    private final ClassLoad load;

    SampleClasses(ClassLoad load) {
        this.load = load;
    }

    /** Holds them all, and tells which certificate each candidate holds. */
    Map<String, Document> hold(
            SampleFolder folder,
            List<SampleCandidate> candidates,
            SampleCells cells,
            Map<String, SampleDirect> directs,
            RegisterProperties.Sample days,
            Rules rules,
            SplittableRandom chance) {
        var held = new Held(folder, candidates, cells, directs, days.businessDay(), rules, chance);
        held.awareness();
        held.newMembers();
        load.load(held.known);
        return held.certificates;
    }

    /** The classes while they are held. */
    private final class Held {
        private final Properties work;
        private final List<SampleCandidate> candidates;
        private final SampleCells cells;
        private final Map<String, SampleDirect> directs;
        private final LocalDate today;
        private final Rules rules;
        private final SplittableRandom chance;
        private final SampleWay way;
        private final SampleNames names;
        private final SampleTrades trades;
        /** The days of a candidate change with the course, so that only the candidate itself is known again. */
        private final Set<SampleCandidate> placed = Collections.newSetFromMap(new IdentityHashMap<>());

        private final List<KnownClass> known = new ArrayList<>();
        private final Map<String, Document> certificates = new HashMap<>();
        private final Map<String, Integer> numbers = new HashMap<>();

        Held(
                SampleFolder folder,
                List<SampleCandidate> candidates,
                SampleCells cells,
                Map<String, SampleDirect> directs,
                LocalDate today,
                Rules rules,
                SplittableRandom chance) {
            this.work = folder.properties("work");
            this.candidates = candidates;
            this.cells = cells;
            this.directs = directs;
            this.today = today;
            this.rules = rules;
            this.chance = chance;
            this.way = new SampleWay(chance);
            this.names = new SampleNames(folder.properties("names"));
            this.trades = new SampleTrades(folder.properties("trades"));
        }

        /** The latest first: whoever is a candidate now finds a place in it. */
        void awareness() {
            var many = number("classes.awareness");
            var people = number("classes.awareness.people");
            for (var one = 0; one < many; one++) {
                var seats = people / many + (one < people % many ? 1 : 0);
                var last = today.minusDays(24 + one * 31L);
                var host = host(HOSTS.get(one % HOSTS.size()));
                var first = last.minusDays(LASTS - 1L);
                var issued = last.plusDays(ISSUED_AFTER);
                var attending = attending(host, issued, seats - 1 - one % 2);
                var sent = new ArrayList<NewParticipant>();
                attending.forEach(candidate -> {
                    way.course(candidate.days(), issued.plusDays(2));
                    sent.add(new NewParticipant(
                            candidate.file().fullName(),
                            candidate.file().born(),
                            candidate.citizenNumber(),
                            candidate.cell().id()));
                });
                var others = others(host, seats - attending.size(), first.getYear());
                sent.addAll(others);
                sent.sort(Comparator.comparing(
                        person -> PersonName.of(person.fullName()).given()));
                var attended = new ArrayList<Attended>();
                for (var person : sent) {
                    if (person == others.getFirst()) {
                        attended.add(new Attended(person, null, text("class.not-finished"), null));
                    } else {
                        var number = next(host, ClassKind.AWARENESS, issued);
                        attended.add(new Attended(person, null, null, number));
                        certificates.put(
                                person.fullName() + " " + person.born(),
                                new Document(number + "/" + issued.getYear(), issued, host.name()));
                    }
                }
                known.add(new KnownClass(
                        planned("class.awareness", ClassKind.AWARENESS, host, first, last, seats, many - one),
                        issued,
                        attended));
            }
        }

        /** Who may have attended a class of their committee before they were given a helper, those under way first. */
        private List<SampleCandidate> attending(SampleDirect host, LocalDate issued, int seats) {
            var told = issued.plusDays(2);
            var chosen = candidates.stream()
                    .filter(one -> one.cell().direct().equals(host.number()) && !placed.contains(one))
                    .filter(one -> one.days().containsKey(Stage.COURSE_DONE))
                    .filter(one ->
                            Objects.requireNonNull(one.on(Stage.COURSE_DONE)).isAfter(today.minusYears(4)))
                    .filter(one -> {
                        var by = one.days()
                                .getOrDefault(
                                        Stage.HELPER_SET,
                                        one.left() == null ? today : one.left().on());
                        return !by.isBefore(told) && by.isBefore(told.plusDays(LONGEST_WAIT));
                    })
                    .sorted(Comparator.comparing(one -> one.member() != null))
                    .limit(seats)
                    .toList();
            placed.addAll(chosen);
            return chosen;
        }

        /** People who attend without a case of admission. */
        private List<NewParticipant> others(SampleDirect host, int many, int year) {
            var from = cells.all().stream()
                    .filter(cell -> cell.direct().equals(host.number()))
                    .toList();
            var others = new ArrayList<NewParticipant>();
            for (var one = 0; one < many; one++) {
                var cell = from.get(chance.nextInt(from.size()));
                var isWoman = chance.nextInt(1000)
                        < Integer.parseInt(trades.text(cell.grown().trade() + ".women"));
                var born = LocalDate.ofYearDay(year - chance.nextInt(19, 38), chance.nextInt(1, 366));
                var ethnicity = chance.nextInt(1000) < cell.grown().khmer() ? "KHMER" : "KINH";
                others.add(new NewParticipant(
                        names.draw(chance, ethnicity, isWoman, born.getYear()), PartialDate.of(born), null, cell.id()));
            }
            return others;
        }

        void newMembers() {
            var many = number("classes.new-member");
            var people = number("classes.new-member.people");
            var hosts = most(many / 2);
            for (var one = 0; one < many; one++) {
                var host = hosts.get(one % hosts.size());
                var last = today.minusDays(38 + one % hosts.size() * 9L + one / hosts.size() * 500L);
                var first = last.minusDays(LASTS - 1L);
                var seats = people / many + (one < people % many ? 1 : 0);
                var attending = candidates.stream()
                        .filter(candidate ->
                                candidate.member() != null && candidate.days().containsKey(Stage.PROBATION))
                        .filter(candidate -> candidate.cell().direct().equals(host.number()))
                        .filter(candidate -> {
                            var joined = Objects.requireNonNull(candidate.on(Stage.CEREMONY));
                            return joined.isBefore(first.minusDays(20))
                                    && joined.plus(rules.probation().value()).isAfter(last);
                        })
                        .limit(seats)
                        .sorted(Comparator.comparing(
                                candidate -> candidate.file().givenName()))
                        .map(candidate -> new Attended(
                                null,
                                candidate.member(),
                                null,
                                next(host, ClassKind.NEW_MEMBER, last.plusDays(ISSUED_AFTER))))
                        .toList();
                known.add(new KnownClass(
                        planned("class.new-member", ClassKind.NEW_MEMBER, host, first, last, seats, many - one),
                        last.plusDays(ISSUED_AFTER),
                        attending));
            }
        }

        /** The committees that admit most. */
        private List<SampleDirect> most(int many) {
            return candidates.stream()
                    .filter(one -> one.member() != null)
                    .collect(Collectors.groupingBy(one -> one.cell().direct(), Collectors.counting()))
                    .entrySet()
                    .stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(many)
                    .map(entry -> host(entry.getKey()))
                    .toList();
        }

        private NewClass planned(
                String name,
                ClassKind kind,
                SampleDirect host,
                LocalDate first,
                LocalDate last,
                int seats,
                int number) {
            return new NewClass(
                    host.id(),
                    kind,
                    text(name).formatted(number, first.getYear()),
                    kind == ClassKind.NEW_MEMBER ? "NEW_MEMBERS" : host.number().equals("012") ? "RECRUITS" : "MIXED",
                    text("class.place").formatted(host.place()),
                    first,
                    last,
                    seats);
        }

        /** Numbers run for each issuer, kind and year. */
        private int next(SampleDirect host, ClassKind kind, LocalDate issued) {
            return numbers.merge(host.number() + kind + issued.getYear(), 1, Integer::sum);
        }

        private SampleDirect host(String number) {
            return Objects.requireNonNull(directs.get(number), number);
        }

        private int number(String name) {
            return Integer.parseInt(text(name));
        }

        private String text(String name) {
            return Objects.requireNonNull(work.getProperty(name), name);
        }
    }
}
