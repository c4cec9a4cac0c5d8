package io.tradinggym.agents.train;

import static io.tradinggym.agents.train.Training.callback;
import static io.tradinggym.agents.train.Training.checkpoints;
import static io.tradinggym.agents.train.Training.evaluateOn;
import static io.tradinggym.agents.train.Training.seed;
import static io.tradinggym.agents.train.Training.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.Scripted;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeriodicEvaluationTest {
  private static final int STEPS = 4_000;

  @TempDir private Path folder;

  private static PeriodicEvaluation evaluation() {
    return new PeriodicEvaluation(() -> Gym.vector("CartPole-v1", 4), 10, 4);
  }

  /** Learns so fast that it forgets again. */
  private static Policy train(TrainOption... options) {
    List<TrainOption> all = new ArrayList<>(List.of(options));
    all.add(steps(STEPS));
    all.add(seed(3));
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 4)) {
      return Ppo.settings()
          .rolloutSteps(25)
          .learningRate(Schedule.constant(0.01))
          .build()
          .train(envs, all.toArray(TrainOption[]::new));
    }
  }

  private byte[] bytes(Policy policy) throws IOException {
    Path file = folder.resolve("policy");
    policy.save(file);
    return Files.readAllBytes(file);
  }

  @Test
  void trainingEndsWithThePolicyThatDidBest() throws IOException {
    PeriodicEvaluation evaluation = evaluation();
    Policy policy = train(callback(evaluation));
    List<Double> means =
        evaluation.points().stream().map(PeriodicEvaluation.Point::meanReturn).toList();
    assertThat(means).hasSize(10);
    assertThat(means.getLast())
        .as("the last is not the best")
        .isLessThan(means.stream().max(Double::compare).orElseThrow());
    assertThat(policy).isSameAs(evaluation.best());
    assertThat(bytes(policy)).isNotEqualTo(bytes(train()));
  }

  /** Five steps, whatever is done: every evaluation has the same result. */
  private static VectorEnvironment alike() {
    return Gym.vector(
        () ->
            new Scripted(
                Scripted.described().maxSteps(5).build(),
                (law, action, frame) -> {
                  frame.reward(1);
                  return EndReason.NONE;
                }),
        2,
        1,
        AutoReset.NEXT_STEP);
  }

  @Test
  void ofPoliciesThatDoAlikeTheFirstIsKept() throws IOException {
    PeriodicEvaluation evaluation = new PeriodicEvaluation(() -> alike(), 4, 2);
    Map<Long, Policy> seen = new HashMap<>();
    Callback note =
        new Callback() {
          @Override
          public boolean iterated(TrainingRun run) {
            seen.put(run.learner().steps(), run.learner().policy());
            return true;
          }
        };
    Policy chosen;
    try (VectorEnvironment envs = alike()) {
      chosen =
          Ppo.settings()
              .rolloutSteps(8)
              .build()
              .train(envs, callback(note), callback(evaluation), steps(256));
    }
    List<PeriodicEvaluation.Point> points = evaluation.points();
    assertThat(points).hasSizeGreaterThan(2).allMatch(point -> point.meanReturn() == 5);
    Policy first = Objects.requireNonNull(seen.get(points.getFirst().steps()));
    Policy last = Objects.requireNonNull(seen.get(points.getLast().steps()));
    assertThat(bytes(chosen)).isEqualTo(bytes(first)).isNotEqualTo(bytes(last));
    assertThat(evaluation.bestPoint()).isEqualTo(points.getFirst());
  }

  @Test
  void aRunThatWasInterruptedChoosesAmongAllEvaluations() throws IOException {
    PeriodicEvaluation whole = evaluation();
    byte[] wanted = bytes(train(callback(whole)));
    Path kept = folder.resolve("kept");
    for (long stop = 500; stop < STEPS; stop += 700) {
      long until = stop;
      train(
          callback(evaluation()),
          checkpoints(kept),
          callback(
              new Callback() {
                @Override
                public boolean iterated(TrainingRun run) {
                  return run.learner().steps() < until;
                }
              }));
    }
    PeriodicEvaluation last = evaluation();
    assertThat(bytes(train(callback(last), checkpoints(kept)))).isEqualTo(wanted);
    assertThat(last.points()).isEqualTo(whole.points());
  }

  @Test
  void isGivenOnce() {
    TrainOption twice = evaluateOn(() -> Gym.vector("CartPole-v1", 1));
    assertThatThrownBy(() -> train(twice, callback(evaluation())))
        .hasMessage("evaluateOn may be given once: its best policy is what training returns");
  }
}
