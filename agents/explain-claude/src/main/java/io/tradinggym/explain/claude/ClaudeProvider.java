package io.tradinggym.explain.claude;

import io.tradinggym.explain.synthesis.Synthesizer;
import io.tradinggym.explain.synthesis.SynthesizerProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Claude under the name {@code claude}. The folder holds the store and the ledger, and may hold a {@code models.yaml}
 * of one's own; the key comes from ANTHROPIC_API_KEY, another address of the service from ANTHROPIC_BASE_URL.
 */
public final class ClaudeProvider implements SynthesizerProvider {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  /** For the service loader. */
  public ClaudeProvider() {}

  @Override
  public String name() {
    return "claude";
  }

  @Override
  public Synthesizer open(Request request) {
    Path own = request.folder().resolve("models.yaml");
    ModelCatalog models = Files.exists(own) ? ModelCatalog.read(own) : ModelCatalog.shipped();
    ModelTerms terms = models.terms(request.model());
    ClaudeSettings settings =
        ClaudeSettings.replay(terms, request.folder()).with(mode(request.mode()));
    ClaudeSynthesizer claude =
        new ClaudeSynthesizer(
            settings,
            () ->
                new SdkTransport(
                    request.secret("ANTHROPIC_BASE_URL"),
                    request.secret("ANTHROPIC_API_KEY"),
                    TIMEOUT,
                    request.clock()),
            request.clock());
    return new MaskedSynthesizer(claude, terms, Masking.of(List.of(request.names())));
  }

  private static Mode mode(String text) {
    for (Mode mode : Mode.values()) {
      if (mode.name().equals(text.toUpperCase(Locale.ROOT))) {
        return mode;
      }
    }
    throw new IllegalArgumentException("a mode is replay, record or live, was " + text);
  }
}
