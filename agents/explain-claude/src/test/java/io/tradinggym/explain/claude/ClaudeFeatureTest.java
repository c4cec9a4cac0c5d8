package io.tradinggym.explain.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.explain.synthesis.Source;
import io.tradinggym.explain.synthesis.Synthesis;
import io.tradinggym.explain.synthesis.TemplateSynthesizer;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaudeFeatureTest {
  private static Synthesis said(Source source, String model, long at) throws Exception {
    return new Synthesis(
        AnswerReader.read(Given.GOOD), source, model, "h", 0, at, Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "2005-01-03T00:00:00Z, false",
    "2026-06-30T23:59:59Z, false",
    "2026-07-30T23:59:59Z, false",
    "2026-07-31T00:00:00Z, true",
    "2026-11-30T21:00:00Z, true"
  })
  void thereIsProofOnlyAfterCutoffAndThirtyDays(Instant time, boolean proof) {
    assertThat(AfterCutoff.of(Given.TERMS, time.toEpochMilli()).isPresent()).isEqualTo(proof);
  }

  @Test
  void theVerdictIsASignedConfidence() throws Exception {
    AfterCutoff now = AfterCutoff.of(Given.TERMS, Given.NOW).orElseThrow();

    ClaudeFeature feature =
        ClaudeFeature.at(now, said(Source.REPLAY, "claude-opus-5-5-20261001", Given.NOW));

    assertThat(feature.value()).isEqualTo(0.4);
    float[] observation = {9, 9, 9, 9};
    ClaudeFeature.write(Optional.of(feature), observation, 0);
    ClaudeFeature.write(Optional.empty(), observation, 2);
    assertThat(observation).containsExactly(1, 0.4f, 0, 0);
  }

  @Test
  void whatIsNotTheModelsOrComesLaterIsRefused() throws Exception {
    AfterCutoff now = AfterCutoff.of(Given.TERMS, Given.NOW).orElseThrow();
    Synthesis template = new TemplateSynthesizer().synthesize(Given.context());
    Synthesis other = said(Source.REPLAY, "claude-opus-4-6", Given.NOW);
    Synthesis later = said(Source.REPLAY, "claude-opus-5-5", Given.NOW + 1);

    assertThatThrownBy(() -> ClaudeFeature.at(now, template)).hasMessageContaining("masked");
    assertThatThrownBy(() -> ClaudeFeature.at(now, other)).hasMessageContaining("claude-opus-4-6");
    assertThatThrownBy(() -> ClaudeFeature.at(now, later)).hasMessageContaining("after the time");
  }
}
