package io.tradinggym.explain.claude;

import io.tradinggym.explain.synthesis.Source;
import io.tradinggym.explain.synthesis.Synthesis;
import io.tradinggym.explain.synthesis.SynthesisContext;
import io.tradinggym.explain.synthesis.Synthesizer;
import io.tradinggym.explain.synthesis.TemplateSynthesizer;

/**
 * Masks a context where the model may have read of its day, and moves levels and contract of the answer back. After
 * the cutoff, and its days of grace, contexts go as they are.
 */
public final class MaskedSynthesizer implements Synthesizer {
  private final Synthesizer model;
  private final ModelTerms terms;
  private final Masking masking;
  private final Synthesizer template = new TemplateSynthesizer();

  /**
   * A synthesizer.
   *
   * @param model that is asked
   * @param terms of it
   */
  public MaskedSynthesizer(Synthesizer model, ModelTerms terms, Masking masking) {
    this.model = model;
    this.terms = terms;
    this.masking = masking;
  }

  @Override
  public Synthesis synthesize(SynthesisContext context) {
    if (AfterCutoff.of(terms, context.asOf()).isPresent()) {
      return model.synthesize(context);
    }
    if (!context.market().price().isPresent()) {
      return template.synthesize(context).because("a context without a price cannot be masked");
    }
    Masking.Masked masked = masking.mask(context);
    Synthesis said = model.synthesize(masked.context());
    if (said.source() == Source.TEMPLATE) {
      return template.synthesize(context).because(said.reason().orElse("no answer"));
    }
    return new Synthesis(
        masked.clear(said.recommendation()),
        said.source(),
        said.model(),
        said.hash(),
        said.cost(),
        said.answeredAt(),
        said.reason());
  }
}
