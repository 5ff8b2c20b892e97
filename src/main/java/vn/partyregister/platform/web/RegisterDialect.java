package vn.partyregister.platform.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;
import vn.partyregister.platform.Cell;

/**
 * What a page repeats by the hundred, written in one go (ADR 0013):
 * <ul>
 * <li>{@code <option register:each="${labels}" register:chosen="${code}">}: an option for each entry of a map from code to
 * label;
 * <li>{@code <td register:cells="${cells}">}: a {@code td} for each {@link Cell} of a list.
 * </ul>
 */
@Component
class RegisterDialect extends AbstractProcessorDialect {
    private static final String PREFIX = "register";
    private static final String CHOSEN = "chosen";

    RegisterDialect() {
        super("What pages repeat", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Options(prefix), new Cells(prefix));
    }

    /** An element that stands for several: they take its place. */
    private abstract static class Several extends AbstractAttributeTagProcessor {
        private static final int PRECEDENCE = 200;

        Several(String prefix, String element, String attribute) {
            super(TemplateMode.HTML, prefix, element, false, attribute, true, PRECEDENCE, true);
        }

        /** Writes the elements. */
        abstract void write(
                @Nullable Object several, IProcessableElementTag tag, ITemplateContext context, StringBuilder html);

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String value,
                IElementTagStructureHandler structure) {
            var html = new StringBuilder();
            write(evaluate(context, value), tag, context, html);
            structure.replaceWith(html, false);
        }

        static @Nullable Object evaluate(ITemplateContext context, @Nullable String expression) {
            return expression == null
                    ? null
                    : StandardExpressions.getExpressionParser(context.getConfiguration())
                            .parseExpression(context, expression)
                            .execute(context);
        }
    }

    private static final class Options extends Several {
        Options(String prefix) {
            super(prefix, "option", "each");
        }

        @Override
        void write(@Nullable Object several, IProcessableElementTag tag, ITemplateContext context, StringBuilder html) {
            var chosen = Objects.toString(evaluate(context, tag.getAttributeValue(PREFIX, CHOSEN)), null);
            if (several instanceof Map<?, ?> labels) {
                labels.forEach((code, label) -> write(html, code.toString(), label.toString(), chosen));
            }
        }

        private static void write(StringBuilder html, String code, String label, @Nullable String chosen) {
            html.append("<option value=\"")
                    .append(HtmlEscape.escapeHtml4Xml(code))
                    .append(code.equals(chosen) ? "\" selected=\"selected\">" : "\">")
                    .append(HtmlEscape.escapeHtml4Xml(label))
                    .append("</option>\n");
        }
    }

    private static final class Cells extends Several {
        Cells(String prefix) {
            super(prefix, "td", "cells");
        }

        @Override
        void write(@Nullable Object several, IProcessableElementTag tag, ITemplateContext context, StringBuilder html) {
            if (several instanceof List<?> cells) {
                cells.forEach(cell -> write(html, (Cell) cell));
            }
        }

        private static void write(StringBuilder html, Cell cell) {
            html.append("<td>");
            if (cell.text() != null) {
                html.append(HtmlEscape.escapeHtml4Xml(cell.text().toString()));
            }
            if (cell.above() != null) {
                html.append("<span class=\"above\">")
                        .append(HtmlEscape.escapeHtml4Xml(cell.above()))
                        .append("</span>");
            }
            html.append("</td>");
        }
    }
}
