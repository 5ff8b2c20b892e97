package vn.partyregister.membership.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.membership.EntryPeriods;
import vn.partyregister.membership.ListColumn;
import vn.partyregister.membership.ListedMember;
import vn.partyregister.platform.Cell;
import vn.partyregister.platform.Dates;
import vn.partyregister.reference.CodeLists;

/** What stands in the cells of a member list, in the reader's language. */
@Component
class ListCells {
    private final CodeLists lists;
    private final EntryPeriods periods;
    private final MessageSource messages;

    ListCells(CodeLists lists, EntryPeriods periods, MessageSource messages) {
        this.lists = lists;
        this.periods = periods;
        this.messages = messages;
    }

    /** The cells of a member in the order of the columns. */
    public List<Cell> of(List<ListColumn> columns, ListedMember member) {
        var cells = new ArrayList<Cell>(columns.size());
        for (var column : columns) {
            cells.add(new Cell(
                    text(column, member),
                    column == ListColumn.ORGANISATION ? member.row().base() : null));
        }
        return cells;
    }

    private @Nullable Object text(ListColumn column, ListedMember member) {
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
            case ENTRY_PERIOD -> periods.label(row.joinedOn());
            case OFFICIAL -> day(more.officialOn());
            case CARD -> row.cardNumber();
            case FILE_NUMBER -> more.fileNumber();
            case EXEMPT -> more.exempt() ? said("membership.exempt.true") : null;
        };
    }

    private String said(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : Dates.write(day);
    }
}
