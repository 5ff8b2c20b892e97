package vn.partyregister.platform.web;

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

/**
 * The options of a code list in one go: {@code <option register:each="${labels}" register:chosen="${code}">} becomes an
 * option for each entry of a map from code to label. A page holds some hundred and fifty of them, and three expressions
 * for each took a fifth of its time (ADR 0013).
 */
@Component
class OptionsDialect extends AbstractProcessorDialect {
    private static final String PREFIX = "register";
    private static final String CHOSEN = "chosen";

    OptionsDialect() {
        super("Options of code lists", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Each(prefix));
    }

    private static final class Each extends AbstractAttributeTagProcessor {
        private static final int PRECEDENCE = 200;

        Each(String prefix) {
            super(TemplateMode.HTML, prefix, "option", false, "each", true, PRECEDENCE, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String value,
                IElementTagStructureHandler structure) {
            var chosen = Objects.toString(evaluate(context, tag.getAttributeValue(PREFIX, CHOSEN)), null);
            var options = new StringBuilder();
            if (evaluate(context, value) instanceof Map<?, ?> labels) {
                labels.forEach((code, label) -> write(options, code.toString(), label.toString(), chosen));
            }
            structure.replaceWith(options, false);
        }

        private static @Nullable Object evaluate(ITemplateContext context, @Nullable String expression) {
            return expression == null
                    ? null
                    : StandardExpressions.getExpressionParser(context.getConfiguration())
                            .parseExpression(context, expression)
                            .execute(context);
        }

        private static void write(StringBuilder options, String code, String label, @Nullable String chosen) {
            options.append("<option value=\"")
                    .append(HtmlEscape.escapeHtml4Xml(code))
                    .append(code.equals(chosen) ? "\" selected=\"selected\">" : "\">")
                    .append(HtmlEscape.escapeHtml4Xml(label))
                    .append("</option>\n");
        }
    }
}
