package io.tradinggym.experiments.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.allocator.desk.LearnedFeatures;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.ledger.Status;
import io.tradinggym.experiments.report.FoldTimeline;
import io.tradinggym.experiments.report.Marked;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.run.RunLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fold after fold through one history, whatever happens on the way. */
class WalkForwardTest {
  private static final String AGENTS =
      """
      name: walk
      seed: 5
      seeds: 2
      market: {simulated: "watchlist:SPY"}
      environment: {id: Stock-v1, lanes: 2, options: {episode: 16}}
      algorithm: {steps: 64, rolloutSteps: 16, minibatch: 16, epochs: 1, hidden: [4]}
      evaluation: {validations: 2}
      walkForward: {folds: 3, bars: 800, purge: 2, mode: %s, retrain: %s}
      """;

  private static final String RULE =
      """
      name: rule
      market: {simulated: "watchlist:SPY"}
      environment: {id: Stock-v1}
      rule: {name: buy-and-hold}
      walkForward: {folds: 3, bars: 800}
      """;

  @TempDir private Path folder;

  private WalkForwardRun start(String text, String name) {
    return WalkForwardRun.start(text, List.of(), folder.resolve(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"expanding fresh", "rolling warm"})
  void anyNumberOfWorkersWalksTheSameWay(String how) {
    String[] words = how.split(" ");
    String text = AGENTS.formatted(words[0], words[1]);
    WalkForwardResult one = start(text, "one").complete(1, done -> {});
    WalkForwardResult three = start(text, "three").complete(3, done -> {});
    assertThat(three.hash()).isEqualTo(one.hash());
    assertThat(three.curves()).isEqualTo(one.curves());
    assertThat(one.curves()).hasSize(2);
    for (WalkForwardResult.FoldLine fold : one.folds()) {
      FoldTimeline.Span span = fold.span();
      assertThat(span.choosing() - span.learned() - 1)
          .as("purged before it is chosen")
          .isEqualTo(2);
      assertThat(span.test() - span.chosen() - 1).as("purged before the test").isEqualTo(2);
      double share = (span.chosen() - span.choosing() + 1) / (span.chosen() - span.from() + 1);
      assertThat(share).isBetween(0.19, 0.2);
      assertThat(fold.returns()).hasSize(2);
    }
    assertThat(one.folds())
        .extracting(fold -> fold.span().test())
        .containsExactly(200.0, 400.0, 600.0);
    List<String> rows = one.csv().lines().toList();
    for (int i = 0; i < 2; i++) {
      WalkForwardResult.Curve curve = one.curves().get(i);
      assertThat((Map<?, ?>) ((List<?>) Objects.requireNonNull(one.summary().get("seeds"))).get(i))
          .isEqualTo(
              Map.of(
                  "seed", 5L + i,
                  "total_return", curve.total(),
                  "sharpe", curve.sharpe(),
                  "max_drawdown", curve.drawdown()));
      int size = curve.growth().size();
      assertThat(rows.get((i + 1) * size))
          .isEqualTo(
              "%d,%s,%s",
              5 + i,
              Instant.ofEpochMilli(curve.times().getLast().longValue()),
              curve.growth().getLast());
      assertThat(curve.growth().getLast()).isCloseTo(1 + curve.total(), within(1e-12));
    }
  }

  @Test
  void aWalkThatWasKilledGoesOnToTheSameBits() throws Exception {
    String text = AGENTS.formatted("anchored", "warm");
    AtomicInteger done = new AtomicInteger();
    WalkForwardRun killed = start(text, "killed");
    assertThatThrownBy(
            () ->
                killed.complete(
                    1,
                    each -> {
                      if (done.incrementAndGet() == 2) {
                        throw new IllegalStateException("killed");
                      }
                    }))
        .hasMessage("killed");
    Ledger ledger = Ledger.beside(folder.resolve("killed"));
    assertThat(ledger.rows()).allMatch(row -> row.outcome().status() == Status.FAILED);
    String whole = start(text, "whole").complete(1, each -> {}).hash();
    assertThat(ledger.rows()).hasSize(2); // the same trials
    Files.writeString(folder.resolve("killed/pieces/fold-2-seed-5.json"), "{");
    assertThat(WalkForwardRun.open(folder.resolve("killed")).complete(2, each -> {}).hash())
        .isEqualTo(whole);
    assertThat(ledger.rows()).allMatch(row -> row.outcome().status() == Status.FINISHED);
  }

  @Test
  void historyThatIsCutAnotherWayIsAnotherTrial() {
    start(RULE, "one").complete(1, done -> {});
    Ledger ledger = Ledger.beside(folder.resolve("one"));
    start(RULE, "same").complete(1, done -> {});
    assertThat(ledger.rows()).hasSize(1);
    start(RULE.replace("folds: 3", "folds: 4"), "other").complete(1, done -> {});
    assertThat(ledger.rows()).hasSize(2);
    assertThat(ledger.rows().getFirst().entry().configuration()).contains("\"folds\":3");
  }

  /** No bar is lost between two tests: a rule that holds has held over all of them. */
  @Test
  void theTestsInARowAreOneCurveAndTheirBarsAreAllThere() {
    WalkForwardResult result = start(RULE, "rule").complete(1, done -> {});
    WalkForwardResult.Curve curve = result.curves().getFirst();
    // 800 bars in four blocks of 200: tests from bar 200 on, each from the close before it.
    assertThat(curve.growth()).hasSize(601);
    WalkForwardResult.Curve held = Objects.requireNonNull(result.held());
    // Both buy at the first open of each test: costs once a fold, a difference of whole shares.
    assertThat(curve.total()).isCloseTo(held.total(), within(0.01));
    assertThat(result.folds()).hasSize(3);
    double first = 1 + result.folds().get(0).returns().getFirst();
    double second = 1 + result.folds().get(1).returns().getFirst();
    double third = 1 + result.folds().get(2).returns().getFirst();
    assertThat(first * second * third - 1).isCloseTo(curve.total(), within(1e-12));
    assertThat(folder.resolve("rule/walk-forward.html"))
        .content()
        .contains("learned from", "Deflated Sharpe", "buy-and-hold")
        .satisfies(Marked::undated);
  }

  @Test
  void aPieceKeepsWhatItsFeaturesLearnedOnItsOwnTrainingRange() throws Exception {
    String learning =
        AGENTS
            .formatted("expanding", "fresh")
            .replace("seeds: 2", "seeds: 1")
            .replace("folds: 3", "folds: 2")
            .replace("options: {", "options: {features: [\"rsi(14)\", return5], ");
    start(learning, "learned").complete(1, done -> {});
    List<byte[]> blocks = new ArrayList<>();
    for (int fold = 1; fold <= 2; fold++) {
      Path policy = folder.resolve("learned/pieces/fold-" + fold + "-seed-5/policy");
      assertThat(LearnedFeatures.in(policy)).isTrue();
      Path bare = folder.resolve("bare");
      Policy.load(policy).save(bare);
      byte[] whole = Files.readAllBytes(policy);
      blocks.add(Arrays.copyOfRange(whole, (int) Files.size(bare), whole.length));
    }
    assertThat(blocks.get(0)).isNotEqualTo(blocks.get(1));
    start(AGENTS.formatted("expanding", "fresh").replace("seeds: 2", "seeds: 1"), "plain")
        .complete(1, done -> {});
    assertThat(LearnedFeatures.in(folder.resolve("plain/pieces/fold-1-seed-5/policy"))).isFalse();
  }

  /** A machine that was taken for dead goes on: the second trains beside it, to the same bits. */
  @Test
  void aPieceThatAnotherProcessTrainsIsTrainedBesideIt() throws Exception {
    String text = AGENTS.formatted("expanding", "fresh").replace("seeds: 2", "seeds: 1");
    start(text, "free").complete(1, done -> {});
    WalkForwardRun run = start(text, "shared");
    Path pieces = folder.resolve("shared/pieces");
    try (RunLock _ = RunLock.of(RunFolder.writable(pieces.resolve("fold-1-seed-5")))) {
      run.complete(1, done -> {});
    }
    for (String name : List.of("fold-1-seed-5.json", "fold-1-seed-5/policy")) {
      assertThat(pieces.resolve(name))
          .hasSameBinaryContentAs(folder.resolve("free/pieces").resolve(name));
    }
    assertThat(pieces.resolve("fold-1-seed-5/checkpoints")).doesNotExist();
    assertThat(pieces.resolve("fold-2-seed-5/checkpoints")).exists();
    try (Stream<Path> left = Files.list(pieces)) {
      assertThat(left.map(file -> file.getFileName().toString())).noneMatch(n -> n.startsWith("."));
    }
  }

  @Test
  void whatCannotBeWalkedIsExplained() {
    assertThatThrownBy(() -> start("environment: {id: CartPole-v1}\n", "x"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("does not replay ranges of bars");
    assertThatThrownBy(
            () -> start(RULE.replace("folds: 3", "folds: 500"), "y").complete(1, d -> {}))
        .hasMessageContaining("leaves no row");
    assertThatThrownBy(() -> start(RULE.replace("folds: 3", "mode: sideways"), "z"))
        .hasMessageContaining("walkForward.mode must be expanding, anchored or rolling");
    assertThat(folder.resolve("z")).doesNotExist();
  }
}
