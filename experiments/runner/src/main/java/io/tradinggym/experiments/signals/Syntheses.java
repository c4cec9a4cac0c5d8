package io.tradinggym.experiments.signals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.experiments.UserError;
import io.tradinggym.explain.synthesis.Synthesis;
import io.tradinggym.explain.synthesis.SynthesisContext;
import io.tradinggym.explain.synthesis.Synthesizer;
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
 * template does, with the reason. A provider is opened once, so that its budget is one for all tickers.
 */
final class Syntheses {
  static final String TEMPLATE = "template";
  static final String NONE = "none";

  private static final double UNITS_PER_DOLLAR = 1e8;

  private final String name;
  private final SynthesizerProvider.Request request;
  private @Nullable Synthesizer opened;

  /**
   * Somebody to be asked.
   *
   * @param name {@value #TEMPLATE}, {@value #NONE}, or a {@link SynthesizerProvider}'s name
   * @param mode of the provider: replay, record or live
   * @param model of the provider
   * @param folder of its answers
   * @param secrets keys by the names of their variables
   * @param clock what time it is
   */
  Syntheses(
      String name,
      String mode,
      String model,
      Path folder,
      Map<String, String> secrets,
      InstantSource clock) {
    this.name = name;
    request = new SynthesizerProvider.Request(model, mode, folder, List.of(), secrets, clock);
  }

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
    try {
      return opened(provider).synthesize(context);
    } catch (RuntimeException e) {
      // A model that fails costs its words, not the ticker.
      return template.synthesize(context).because(String.valueOf(e.getMessage()));
    }
  }

  /** Writes who said what, for how much, and why no model did, into a ticker's object of a report. */
  static void into(ObjectNode report, @Nullable Synthesis said) {
    if (said == null) {
      return;
    }
    ObjectNode node = report.putObject("synthesis");
    node.put("source", said.source().name()).put("model", said.model()).put("hash", said.hash());
    node.put("costUsd", said.cost() / UNITS_PER_DOLLAR);
    said.reason().ifPresent(reason -> node.put("reason", reason));
    node.put("rationale", said.recommendation().rationale());
    said.recommendation().risks().forEach(node.withArray("risks")::add);
    node.put("alternative", said.recommendation().alternative());
  }

  private synchronized Synthesizer opened(SynthesizerProvider provider) {
    Synthesizer open = opened;
    if (open == null) {
      open = provider.open(request);
      opened = open;
    }
    return open;
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
    return name + ", " + request.mode() + ", " + request.model();
  }
}
