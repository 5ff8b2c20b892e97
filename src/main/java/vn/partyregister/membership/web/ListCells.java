package vn.partyregister.membership.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.membership.ListColumn;
import vn.partyregister.membership.ListedMember;
import vn.partyregister.platform.Dates;
import vn.partyregister.reference.CodeLists;

/** What stands in the cells of a member list, in the reader's language. */
@Component
class ListCells {
    private final CodeLists lists;
    private final MessageSource messages;

    ListCells(CodeLists lists, MessageSource messages) {
        this.lists = lists;
        this.messages = messages;
    }

    /** The text of a cell; null leaves it empty. */
    public @Nullable Object text(ListColumn column, ListedMember member) {
        var row = member.row();
        var more = member.more();
        return switch (column) {
            case SEX -> lists.label("sex", row.sex());
            case BORN -> row.born();
            case AGE -> member.age();
            case ETHNICITY -> lists.label("ethnicity", row.ethnicity());
            case RELIGION -> lists.label("religion", more.religion());
            case RESIDENCE -> more.residenceCommune();
            case OCCUPATION -> lists.label("occupation", more.occupation());
            case EDUCATION -> lists.label("general-education", more.generalEducation());
            case QUALIFICATION -> lists.label("qualification", more.qualification());
            case THEORY -> lists.label("political-theory", more.politicalTheory());
            case ORGANISATION -> row.organisation();
            case STATUS -> said(row.status() == null ? "membership.no-longer" : "Status." + row.status());
            case JOINED -> day(row.joinedOn());
            case OFFICIAL -> day(more.officialOn());
            case CARD -> row.cardNumber();
            case FILE_NUMBER -> more.fileNumber();
            case EXEMPT -> more.exempt() ? said("membership.exempt.true") : null;
        };
    }

    /** A second line of a cell: the base organisation above the cell. */
    public @Nullable String above(ListColumn column, ListedMember member) {
        return column == ListColumn.ORGANISATION ? member.row().base() : null;
    }

    private String said(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : Dates.write(day);
    }
}
