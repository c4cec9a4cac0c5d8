package io.tradinggym.explain.claude;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.explain.claude.ClaudeException.Kind;
import io.tradinggym.explain.synthesis.Source;
import io.tradinggym.explain.synthesis.Synthesis;
import io.tradinggym.explain.synthesis.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaudeSynthesizerTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(Given.NOW));

  @TempDir private Path folder = Path.of("");
  private final Deque<Object> answers = new ArrayDeque<>();
  private final List<ClaudeRequest> asked = new ArrayList<>();

  private ClaudeSynthesizer claude(Mode mode) {
    ClaudeSettings settings =
        ClaudeSettings.replay(Given.TERMS, folder)
            .with(mode)
            .with(Given.QUICK)
            .with(Caps.dollars(2, 2, 2));
    return new ClaudeSynthesizer(settings, () -> this::send, CLOCK);
  }

  private Reply send(ClaudeRequest request) {
    asked.add(request);
    Object next = answers.removeFirst();
    if (next instanceof ClaudeException failure) {
      throw failure;
    }
    return (Reply) next;
  }

  private Synthesis said(Mode mode) {
    return claude(mode).synthesize(Given.context());
  }

  private void template(Synthesis synthesis, Kind why) {
    assertThat(synthesis.source()).isEqualTo(Source.TEMPLATE);
    assertThat(synthesis.reason().orElseThrow()).startsWith(why + ": ");
    assertThat(synthesis.cost()).isZero();
  }

  @Test
  void anAnswerThatObeysIsShownWithItsCost() {
    answers.add(Given.reply(Given.GOOD));

    Synthesis synthesis = said(Mode.LIVE);

    assertThat(synthesis.source()).isEqualTo(Source.LIVE);
    assertThat(synthesis.recommendation().verdict()).isEqualTo(Verdict.BUY);
    assertThat(synthesis.recommendation().confidence()).isEqualTo(4);
    assertThat(synthesis.cost()).isEqualTo(1_000 * 400 + 500 * 2_000);
    assertThat(synthesis.hash()).isEqualTo(asked.getFirst().hash());
  }

  @Test
  void whatWasRecordedReplaysWithoutAskingTheSameEachTime() throws IOException {
    answers.add(Given.reply(Given.GOOD));
    Synthesis recorded = said(Mode.RECORD);

    Synthesis first = said(Mode.REPLAY);
    Synthesis second = said(Mode.REPLAY);

    assertThat(asked).hasSize(1);
    assertThat(first).isEqualTo(second).isNotEqualTo(recorded);
    assertThat(first.source()).isEqualTo(Source.REPLAY);
    assertThat(first.recommendation()).isEqualTo(recorded.recommendation());
    assertThat(said(Mode.RECORD).source()).isEqualTo(Source.REPLAY);
    assertThat(folder.resolve("outputs/SPY_2026-11-30.txt")).hasContent(Given.GOOD);
    assertThat(new AnswerStore(folder).hashes("SPY", LocalDate.of(2026, 11, 30)))
        .containsExactly(recorded.hash());
  }

  @Test
  void aMissNamesTheHashAndTheNearestRequest() {
    answers.add(Given.reply(Given.GOOD));
    said(Mode.RECORD);

    Synthesis miss = claude(Mode.REPLAY).synthesize(Given.context(List.of()));

    template(miss, Kind.NOT_STORED);
    String hash =
        ClaudeRequest.of(Given.context(List.of()), Given.TERMS.name(), "medium", 8_000).hash();
    assertThat(miss.reason().orElseThrow())
        .contains(hash)
        .contains("nearest: SPY of 2026-11-30, " + asked.getFirst().hash());
    assertThat(asked).hasSize(1);
  }

  @Test
  void aWrongAnswerIsMendedOnce() {
    answers.add(Given.reply(Given.CROSSED));
    answers.add(Given.reply(Given.GOOD));

    Synthesis synthesis = said(Mode.LIVE);

    assertThat(synthesis.source()).isEqualTo(Source.LIVE);
    assertThat(synthesis.cost()).isEqualTo(2 * (1_000 * 400 + 500 * 2_000));
    ClaudeRequest repair = asked.getLast();
    assertThat(repair.answer()).isEqualTo(Given.CROSSED);
    assertThat(repair.complaint()).contains("setup is", "stop < entry < target");
    assertThat(said(Mode.REPLAY).recommendation()).isEqualTo(synthesis.recommendation());
  }

  @Test
  void anAnswerThatStaysWrongIsNotShown() {
    answers.add(Given.reply(Given.CROSSED));
    answers.add(Given.reply(Given.CROSSED));

    template(said(Mode.LIVE), Kind.MALFORMED);
    assertThat(asked).hasSize(2);
  }

  @Test
  void whatCannotBeReadIsSentBackWithItsPath() {
    answers.add(Given.reply(Given.GOOD.replace("\"confidence\": 4", "\"confidence\": \"high\"")));
    answers.add(Given.reply(Given.GOOD));

    assertThat(said(Mode.LIVE).source()).isEqualTo(Source.LIVE);
    assertThat(asked.getLast().complaint()).contains("confidence: ");
  }

  @ParameterizedTest
  @CsvSource({
    "max_tokens, TRUNCATED",
    "refusal, REFUSED",
    "model_context_window_exceeded, CONTEXT_EXCEEDED",
    "pause_turn, UNFINISHED",
    "'', UNFINISHED"
  })
  void onlyAnAnswerThatEndedByItselfIsRead(String stop, Kind kind) {
    answers.add(Given.reply(Given.GOOD, stop));

    template(said(Mode.LIVE), kind);
    template(said(Mode.REPLAY), kind);
  }

  @ParameterizedTest
  @CsvSource({
    "RATE_LIMITED, 3",
    "OVERLOADED, 3",
    "SERVER, 3",
    "NETWORK, 3",
    "BAD_REQUEST, 1",
    "UNAUTHORIZED, 1",
    "MALFORMED, 1"
  })
  void failuresEndInTheTemplateAfterTheirAttempts(Kind kind, int calls) {
    for (int i = 0; i < calls; i++) {
      answers.add(new ClaudeException(kind, "it failed"));
    }

    template(said(Mode.LIVE), kind);
    assertThat(asked).hasSize(calls);
  }

  @Test
  void aFailureThatPassesIsTriedAgain() {
    answers.add(new ClaudeException(Kind.OVERLOADED, "busy"));
    answers.add(Given.reply(Given.GOOD));

    assertThat(said(Mode.LIVE).source()).isEqualTo(Source.LIVE);
  }

  @Test
  void everyAttemptWhoseCostIsNotKnownStaysReserved() {
    answers.add(new ClaudeException(Kind.NETWORK, "timeout"));
    answers.add(new ClaudeException(Kind.SERVER, "fault"));
    answers.add(Given.reply(Given.GOOD));
    ClaudeSynthesizer claude = claude(Mode.LIVE);

    claude.synthesize(Given.context());

    long worst = Given.TERMS.worstCase(Given.request().bytes(), 8_000);
    assertThat(claude.spent()).isEqualTo(worst + 1_000 * 400 + 500 * 2_000);
  }

  @Test
  void withoutBudgetNothingIsAsked() {
    ClaudeSettings poor =
        ClaudeSettings.replay(Given.TERMS, folder).with(Mode.LIVE).with(Caps.dollars(0.01, 5, 5));

    template(
        new ClaudeSynthesizer(poor, () -> this::send, CLOCK).synthesize(Given.context()),
        Kind.BUDGET);
    assertThat(asked).isEmpty();
  }

  @Test
  void afterThreeFailuresInARowNothingIsAsked() {
    ClaudeSettings settings =
        ClaudeSettings.replay(Given.TERMS, folder)
            .with(Mode.LIVE)
            .with(
                new Patience(
                    3, Given.QUICK.first(), Given.QUICK.longest(), 3, Patience.DEFAULT.open()));
    ClaudeSynthesizer claude = new ClaudeSynthesizer(settings, () -> this::send, CLOCK);
    for (int i = 0; i < 3; i++) {
      answers.add(new ClaudeException(Kind.OVERLOADED, "busy"));
    }

    template(claude.synthesize(Given.context()), Kind.OVERLOADED);
    template(claude.synthesize(Given.context()), Kind.CIRCUIT_OPEN);
    assertThat(asked).hasSize(3);
  }

  @Test
  void aDamagedStoreIsSaidSoAndNotAskedOver() throws IOException {
    answers.add(Given.reply(Given.GOOD));
    Synthesis recorded = said(Mode.RECORD);
    Path file =
        folder.resolve(
            "requests/" + recorded.hash().substring(0, 2) + "/" + recorded.hash() + ".json");
    Files.writeString(file, "{");

    template(said(Mode.RECORD), Kind.STORE);
    assertThat(asked).hasSize(1);
  }

  @Test
  void nobodyHasToWait() throws Exception {
    answers.add(Given.reply(Given.GOOD));

    assertThat(claude(Mode.LIVE).later(Given.context(), Runnable::run).get().source())
        .isEqualTo(Source.LIVE);
  }
}
