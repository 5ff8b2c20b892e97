package vn.partyregister.platform.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** Puts what was typed before a session ended back into the fields of its form, whatever page that is. */
@Component
class KeptFieldsDialect extends AbstractDialect implements IPostProcessorDialect {
    private static final int PRECEDENCE = 1000;

    KeptFieldsDialect() {
        super("kept fields");
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return PRECEDENCE;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, KeptFieldsFiller.class, PRECEDENCE));
    }
}
