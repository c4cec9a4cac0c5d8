package io.tradinggym.experiments.signals;

import io.tradinggym.experiments.UserError;
import io.tradinggym.explain.synthesis.Synthesis;
import io.tradinggym.explain.synthesis.SynthesisContext;
import io.tradinggym.explain.synthesis.SynthesizerProvider;
import io.tradinggym.explain.synthesis.TemplateSynthesizer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Who says what the numbers come to: the template, a provider's model, or nobody. What a model does not answer the
 * template does, with the reason.
 *
 * @param name {@value #TEMPLATE}, {@value #NONE}, or a {@link SynthesizerProvider}'s name
 * @param mode of the provider: replay, record or live
 * @param model of the provider
 * @param folder of its answers
 * @param secrets keys by the names of their variables
 * @param clock what time it is
 */
record Syntheses(
    String name,
    String mode,
    String model,
    Path folder,
    Map<String, String> secrets,
    InstantSource clock) {
  static final String TEMPLATE = "template";
  static final String NONE = "none";

  /** Null if nobody is asked. */
  @Nullable Synthesis of(SynthesisContext context) {
    if (name.equals(NONE)) {
      return null;
    }
    TemplateSynthesizer template = new TemplateSynthesizer();
    if (name.equals(TEMPLATE)) {
      return template.synthesize(context);
    }
    SynthesizerProvider provider = provider();
    SynthesizerProvider.Request request =
        new SynthesizerProvider.Request(
            model, mode, folder, List.of(context.ticker()), secrets, clock);
    try {
      return provider.open(request).synthesize(context);
    } catch (RuntimeException e) {
      // A model that fails costs its words, not the ticker.
      return template.synthesize(context).because(String.valueOf(e.getMessage()));
    }
  }

  private SynthesizerProvider provider() {
    List<SynthesizerProvider> all =
        ServiceLoader.load(SynthesizerProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    return all.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "no synthesis \""
                        + name
                        + "\"; there are template, none"
                        + all.stream().map(each -> ", " + each.name()).reduce("", String::concat)
                        + "; --classpath brings others"));
  }

  @Override
  public String toString() {
    return name + ", " + mode + ", " + model;
  }
}
