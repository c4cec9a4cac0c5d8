package io.tradinggym.examples.lessons.twin;

import io.tradinggym.explain.claude.ClaudeSettings;
import io.tradinggym.explain.claude.ClaudeSynthesizer;
import io.tradinggym.explain.claude.Mode;
import io.tradinggym.explain.claude.ModelCatalog;
import io.tradinggym.explain.claude.ModelTerms;
import io.tradinggym.explain.claude.Reply;
import io.tradinggym.explain.claude.Transport;
import io.tradinggym.explain.claude.Usage;
import io.tradinggym.explain.synthesis.Blocks;
import io.tradinggym.explain.synthesis.Known;
import io.tradinggym.explain.synthesis.Synthesis;
import io.tradinggym.explain.synthesis.SynthesisContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/** Lesson 20: an answer, written by hand in the service's place, is recorded, replayed and judged. */
public final class CardReplay {
  private static final String ANSWER =
      "{\"verdict\":\"HOLD\",\"rationale\":\"The ensemble score is 70.0 %, and 900 are to be"
          + " had.\",\"setup\":null,\"option\":null,\"risks\":[\"It may fall.\",\"It may"
          + " rise.\",\"Little is known.\"],\"alternative\":\"Wait.\",\"confidence\":10}";

  private CardReplay() {}

  /**
   * What is shown of the replayed answer, and why.
   *
   * @throws IOException if no temporary folder can be made
   */
  public static String replayed() throws IOException {
    Path folder = Files.createTempDirectory("claude");
    try {
      run(folder, Mode.RECORD);
      Synthesis said = run(folder, Mode.REPLAY);
      return said.source()
          + " says "
          + said.recommendation().verdict().label()
          + ": "
          + said.recommendation().rationale()
          + "\nbecause "
          + said.reason().orElse("the answer obeys every rule");
    } finally {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static Synthesis run(Path folder, Mode mode) {
    long time = Instant.parse("2026-11-30T21:00:00Z").toEpochMilli();
    ModelTerms terms = ModelCatalog.shipped().terms("claude-opus-5-5");
    Transport byHand =
        request ->
            new Reply(ANSWER, "end_turn", request.model(), "by hand", new Usage(0, 0, 0, 0), time);
    InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(time));
    return new ClaudeSynthesizer(
            ClaudeSettings.replay(terms, folder).with(mode), () -> byHand, clock)
        .synthesize(context(time));
  }

  private static SynthesisContext context(long time) {
    return new SynthesisContext(
        "SPY",
        time,
        Blocks.Market.absent(),
        new Blocks.Signals(
            Known.absent(),
            Known.absent(),
            Known.of(0.7, time),
            Known.absent(),
            Known.absent(),
            Known.absent()),
        Blocks.Technical.absent(),
        Blocks.Macro.absent(),
        Blocks.Fundamentals.absent(),
        Blocks.Options.absent(),
        Blocks.Sizing.absent(),
        List.of());
  }
}
