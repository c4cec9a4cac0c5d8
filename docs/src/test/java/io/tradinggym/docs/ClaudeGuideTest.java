package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.explain.claude.AfterCutoff;
import io.tradinggym.explain.claude.ClaudeFeature;
import io.tradinggym.explain.claude.ClaudeSettings;
import io.tradinggym.explain.claude.ClaudeSynthesizer;
import io.tradinggym.explain.claude.Mode;
import io.tradinggym.explain.claude.ModelCatalog;
import io.tradinggym.explain.claude.ModelTerms;
import io.tradinggym.explain.claude.Reply;
import io.tradinggym.explain.claude.Transport;
import io.tradinggym.explain.claude.Usage;
import io.tradinggym.explain.synthesis.Blocks;
import io.tradinggym.explain.synthesis.Source;
import io.tradinggym.explain.synthesis.Synthesis;
import io.tradinggym.explain.synthesis.SynthesisContext;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the guide to Claude, with an answer of our own in place of the service's. */
class ClaudeGuideTest {
  private static final String ANSWER =
      "{\"verdict\":\"HOLD\",\"rationale\":\"Too little is known.\",\"setup\":null,\"option\":null,"
          + "\"risks\":[\"It may rise.\",\"It may fall.\",\"Little is known.\"],"
          + "\"alternative\":\"Wait.\",\"confidence\":2}";

  @TempDir private Path folder = Path.of("");

  @Test
  void anAnswerIsRecordedReplayedAndObservedAfterTheCutoff() {
    long time = Instant.parse("2026-11-30T21:00:00Z").toEpochMilli();
    InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(time));
    Transport transport =
        request ->
            new Reply(
                ANSWER, "end_turn", request.model(), "msg_1", new Usage(900, 300, 0, 0), time);
    SynthesisContext context =
        new SynthesisContext(
            "SPY",
            time,
            Blocks.Market.absent(),
            Blocks.Signals.absent(),
            Blocks.Technical.absent(),
            Blocks.Macro.absent(),
            Blocks.Fundamentals.absent(),
            Blocks.Options.absent(),
            Blocks.Sizing.absent(),
            List.of());

    ModelTerms terms = ModelCatalog.shipped().terms("claude-opus-5-5");
    ClaudeSettings settings = ClaudeSettings.replay(terms, folder).with(Mode.RECORD);
    ClaudeSynthesizer claude = new ClaudeSynthesizer(settings, () -> transport, clock);
    Synthesis said = claude.synthesize(context);

    assertThat(said.source()).isEqualTo(Source.LIVE);
    assertThat(claude.synthesize(context).source()).isEqualTo(Source.REPLAY);

    float[] observation = new float[2];
    Optional<ClaudeFeature> feature =
        AfterCutoff.of(terms, time).map(after -> ClaudeFeature.at(after, said));
    ClaudeFeature.write(feature, observation, 0);

    assertThat(observation).containsExactly(1, 0);
  }
}
