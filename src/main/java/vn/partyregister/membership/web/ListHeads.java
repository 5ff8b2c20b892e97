package vn.partyregister.membership.web;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.OrganisationChoice.Near;
import vn.partyregister.membership.web.TakenLists.Taken;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Form;

/** What stands above a member list on paper: whose it is, as at which day, how many there are, what it was narrowed to. */
@Component
class ListHeads {
    private final MemberList members;
    private final MessageSource messages;
    private final BusinessDay businessDay;

    ListHeads(MemberList members, MessageSource messages, BusinessDay businessDay) {
        this.members = members;
        this.messages = messages;
        this.businessDay = businessDay;
    }

    PrintHead of(Taken taken, Scope scope, Form form) {
        return of(taken, scope, form.name(), text("membership.print.form", form.code()));
    }

    PrintHead of(Taken taken, Scope scope, String title) {
        return of(taken, scope, text(title), null);
    }

    private PrintHead of(Taken taken, Scope scope, String title, @org.jspecify.annotations.Nullable String form) {
        var choice = taken.choice();
        var total = NumberFormat.getIntegerInstance(language()).format(members.count(taken.filter(), scope));
        var day = text("membership.print.as-at", Dates.write(taken.filter().asAt()), total);
        return new PrintHead(
                choice == null
                        ? null
                        : choice.above().stream().map(Near::name).findFirst().orElse(null),
                choice == null ? null : choice.itself().name(),
                form,
                title.toUpperCase(language()),
                Stream.of(day, narrowed(taken)).filter(line -> !line.isEmpty()).toList());
    }

    private String narrowed(Taken taken) {
        var parts = Chip.of(taken.filter(), taken.choice(), taken.choices(), "", businessDay.today()).stream()
                .filter(chip -> !chip.part().equals("organisation"))
                .map(chip -> text("membership.filter." + chip.part()) + ": "
                        + (chip.key() ? text(chip.value()) : chip.value()))
                .collect(Collectors.joining("; "));
        return parts.isEmpty() ? "" : text("membership.print.narrowed", parts);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language());
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
