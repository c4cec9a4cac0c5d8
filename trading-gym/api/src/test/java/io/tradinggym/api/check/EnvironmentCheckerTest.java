package io.tradinggym.api.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.Environment;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Gym;
import io.tradinggym.api.LaneWrapper;
import io.tradinggym.api.Options;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.classic.CartPole;
import io.tradinggym.api.classic.Pendulum;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.wrapper.ActionRepeat;
import io.tradinggym.api.wrapper.ClipAction;
import io.tradinggym.api.wrapper.ClipReward;
import io.tradinggym.api.wrapper.FlattenObservation;
import io.tradinggym.api.wrapper.FrameStack;
import io.tradinggym.api.wrapper.LogicWrapper;
import io.tradinggym.api.wrapper.OrderEnforcing;
import io.tradinggym.api.wrapper.RecordEpisodeStatistics;
import io.tradinggym.api.wrapper.RescaleAction;
import io.tradinggym.api.wrapper.StickyAction;
import io.tradinggym.api.wrapper.TimeAwareObservation;
import io.tradinggym.api.wrapper.TimeLimit;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentCheckerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CartPole-v1",
        "MountainCar-v0",
        "MountainCarContinuous-v0",
        "Pendulum-v1",
        "Acrobot-v1",
        "TMaze-v1"
      })
  void classicControlKeepsTheContract(String id) {
    CheckReport report = EnvironmentChecker.of(id, Options.NONE).check();
    report.requirePassed();
    assertThat(report.findings()).hasSize(10);
    assertThat(report.findings())
        .filteredOn(finding -> finding.outcome() == Finding.Outcome.SKIPPED)
        .extracting(Finding::check)
        .containsExactly("masks");
  }

  @Test
  void everyLaneWrapperKeepsTheContract() {
    List<LaneWrapper> wrappers =
        List.of(
            TimeLimit.of(30),
            OrderEnforcing.enforced(),
            RecordEpisodeStatistics.recorded(),
            ClipAction.clipped(),
            RescaleAction.to(-3, 5),
            ClipReward.to(-1, 1),
            FlattenObservation.flattened(),
            FrameStack.of(4),
            TimeAwareObservation.timed(),
            StickyAction.of(0.25),
            ActionRepeat.of(3));
    for (LaneWrapper wrapper : wrappers) {
      EnvironmentChecker.of(() -> wrapper.wrap(new Pendulum())).check().requirePassed();
    }
  }

  /** Each fault, and the check that must catch it. */
  enum Fault {
    OUT_OF_BOUNDS("spaces"),
    NOT_A_NUMBER("finite"),
    NO_CHOICE("masks"),
    HIDDEN_STATE("seed-determinism"),
    LEFT_OVER_STATE("step-determinism"),
    FORGOTTEN_STATE("fork"),
    GARBAGE("allocation"),
    CLOSE_ONCE("close"),
    SHARED("spec");

    final String check;

    Fault(String check) {
      this.check = check;
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void everyFaultIsCaughtByItsCheck(Fault fault) {
    int[] made = {0};
    EnvironmentLogic shared = new Faulty(fault, 0);
    Supplier<EnvironmentLogic> maker =
        () -> fault == Fault.SHARED ? shared : new Faulty(fault, made[0]++);
    CheckReport report = EnvironmentChecker.of(maker).steps(50).check();
    assertThat(report.failures()).extracting(Finding::check).contains(fault.check);
    assertThatThrownBy(report::requirePassed)
        .hasMessageContaining("Faulty-v0 FAILED (seed 1, 50 steps)");
  }

  @Test
  void aLawThatThrowsFailsTheCheckAndNotTheChecker() {
    CheckReport report = EnvironmentChecker.of(() -> new Throwing(new CartPole())).check();
    assertThat(report.failures())
        .extracting(Finding::detail)
        .contains("threw java.lang.IllegalStateException: boom");
  }

  private static final class Throwing extends LogicWrapper {
    Throwing(EnvironmentLogic inner) {
      super(inner, inner.spec());
    }

    @Override
    public EndReason step(Action action, RandomStream random, Frame frame) {
      throw new IllegalStateException("boom");
    }
  }

  private static final class Faulty implements EnvironmentLogic, Resumable {
    private static final EnvironmentSpec PLAIN =
        EnvironmentSpec.of("Faulty-v0")
            .observation(Box.of(-2, 2, 1))
            .action(Discrete.of(2))
            .maxSteps(20)
            .build();
    private static final EnvironmentSpec MASKED = PLAIN.toBuilder().masked(true).build();

    private final Fault fault;
    private final int number;
    private int steps;
    private boolean closed;
    private double[] garbage = new double[1];

    Faulty(Fault fault, int number) {
      this.fault = fault;
      this.number = number;
    }

    @Override
    public EnvironmentSpec spec() {
      return fault == Fault.NO_CHOICE ? MASKED : PLAIN;
    }

    @Override
    public void reset(RandomStream random, Options options, Frame frame) {
      if (fault != Fault.LEFT_OVER_STATE) {
        steps = 0;
      }
      frame.observe(0, random.uniform());
    }

    @Override
    public EndReason step(Action action, RandomStream random, Frame frame) {
      steps++;
      double noise = random.uniform();
      frame.observe(
          0,
          switch (fault) {
            case OUT_OF_BOUNDS -> steps > 10 ? 3 : 0;
            case HIDDEN_STATE -> number * 1e-3;
            case LEFT_OVER_STATE, FORGOTTEN_STATE -> 1.0 / steps;
            default -> noise;
          });
      frame.reward(fault == Fault.NOT_A_NUMBER ? Double.NaN : 1);
      if (fault == Fault.NO_CHOICE && steps == 5) {
        frame.allow(0, false);
        frame.allow(1, false);
      }
      if (fault == Fault.GARBAGE) {
        garbage = new double[10 + garbage.length % 3];
      }
      return EndReason.NONE;
    }

    @Override
    public void close() {
      if (fault == Fault.CLOSE_ONCE && closed) {
        throw new IllegalStateException("already closed");
      }
      closed = true;
    }

    @Override
    public void save(DataOutput out) {}

    @Override
    public void restore(DataInput in) {}
  }

  /** What it leaves out still shows the last episode: the same seed does not give the same first observation. */
  @Test
  void aResetThatWritesHalfOfTheObservationIsNoted() {
    Supplier<EnvironmentLogic> law =
        () ->
            new EnvironmentLogic() {
              private int steps;

              @Override
              public EnvironmentSpec spec() {
                return EnvironmentSpec.of("Stale-v0")
                    .observation(Box.of(-100, 100, 2))
                    .action(Discrete.of(2))
                    .build();
              }

              @Override
              public void reset(RandomStream random, Options options, Frame frame) {
                steps = 0;
                frame.observe(0, 0);
              }

              @Override
              public EndReason step(Action action, RandomStream random, Frame frame) {
                steps++;
                frame.observe(0, steps);
                frame.observe(1, 0);
                return steps >= 5 ? EndReason.GOAL_LOST : EndReason.NONE;
              }
            };
    assertThat(EnvironmentChecker.of(law).check().failures())
        .anyMatch(finding -> finding.check().equals("step-determinism"));
    try (Environment env = Gym.of(law)) {
      assertThatThrownBy(() -> env.reset(1))
          .hasMessageContaining("after a reset, observation[1] is NaN or was not written");
    }
  }
}
