package vn.partyregister.platform.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.IText;
import org.unbescape.html.HtmlEscape;
import vn.partyregister.platform.KeptFields;

/** Reads a page on its way to the browser and fills the one form whose fields were kept. Thymeleaf makes one for each page. */
public final class KeptFieldsFiller extends AbstractTemplateHandler {
    private static final String CSRF = "_csrf";

    private final Map<String, Integer> met = new HashMap<>();
    private @Nullable KeptFields kept;
    private boolean within;
    private @Nullable List<String> ofSelect;
    private @Nullable String ofTextArea;

    @Override
    public void setContext(ITemplateContext context) {
        super.setContext(context);
        kept = context instanceof IWebContext web
                ? (KeptFields) web.getExchange().getAttributeValue(KeptFields.class.getName())
                : null;
    }

    @Override
    public void handleStandaloneElement(IStandaloneElementTag tag) {
        super.handleStandaloneElement(within && tag.getElementCompleteName().equals("input") ? filled(tag) : tag);
    }

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
        if (kept == null) {
            super.handleOpenElement(tag);
            return;
        }
        switch (tag.getElementCompleteName()) {
            case "form" -> within = isMeant(tag, kept);
            case "select" -> ofSelect = within ? kept.fields().get(name(tag)) : null;
            case "textarea" -> ofTextArea = within ? next(name(tag)) : null;
            default -> {}
        }
        super.handleOpenElement(within ? filled(tag) : tag);
    }

    @Override
    public void handleText(IText text) {
        if (ofTextArea == null) {
            super.handleText(text);
        }
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
        switch (tag.getElementCompleteName()) {
            case "form" -> within = false;
            case "select" -> ofSelect = null;
            case "textarea" -> {
                if (ofTextArea != null) {
                    super.handleText(getContext().getModelFactory().createText(HtmlEscape.escapeHtml4Xml(ofTextArea)));
                    ofTextArea = null;
                }
            }
            default -> {}
        }
        super.handleCloseElement(tag);
    }

    private static boolean isMeant(IOpenElementTag form, KeptFields kept) {
        var action = form.getAttributeValue("action");
        return "post".equalsIgnoreCase(form.getAttributeValue("method"))
                && action != null
                && HtmlEscape.unescapeHtml(action).split("\\?", 2)[0].equals(kept.action());
    }

    private <T extends IProcessableElementTag> T filled(T tag) {
        return switch (tag.getElementCompleteName()) {
            case "input" -> input(tag);
            case "option" -> ofSelect == null ? tag : marked(tag, "selected", ofSelect.contains(value(tag)));
            default -> tag;
        };
    }

    private <T extends IProcessableElementTag> T input(T tag) {
        var type = tag.getAttributeValue("type");
        var name = name(tag);
        if (kept == null || CSRF.equals(name) || "file".equals(type)) {
            return tag;
        }
        if ("checkbox".equals(type) || "radio".equals(type)) {
            return marked(
                    tag, "checked", kept.fields().getOrDefault(name, List.of()).contains(value(tag)));
        }
        var typed = next(name);
        return typed == null
                ? tag
                : getContext().getModelFactory().setAttribute(tag, "value", HtmlEscape.escapeHtml4Xml(typed));
    }

    private <T extends IProcessableElementTag> T marked(T tag, String mark, boolean set) {
        var models = getContext().getModelFactory();
        return set ? models.setAttribute(tag, mark, mark) : models.removeAttribute(tag, mark);
    }

    /** Fields of one name are filled one after the other. */
    private @Nullable String next(String name) {
        var values = kept == null ? null : kept.fields().get(name);
        var place = met.merge(name, 1, Integer::sum) - 1;
        return values == null || place >= values.size() ? null : values.get(place);
    }

    private static String name(IProcessableElementTag tag) {
        var name = tag.getAttributeValue("name");
        return name == null ? "" : HtmlEscape.unescapeHtml(name);
    }

    private static String value(IProcessableElementTag tag) {
        var value = tag.getAttributeValue("value");
        return value == null ? "" : HtmlEscape.unescapeHtml(value);
    }
}
