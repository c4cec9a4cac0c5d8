package io.tradinggym.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** A contract that cannot fail proves nothing: these environments break it. */
class ContractCatchesTest {
  /** Shows a number that depends on the count of its steps. */
  private record Shows(EnvironmentSpec spec, int[] steps, IntToDoubleFunction number)
      implements EnvironmentLogic {
    Shows(IntToDoubleFunction number) {
      this(
          EnvironmentSpec.of("Shows-v1")
              .observation(Box.of(-1, 1, 1))
              .action(Discrete.of(2))
              .build(),
          new int[1],
          number);
    }

    @Override
    public void reset(RandomStream random, Options options, Frame frame) {
      frame.observe(0, 0);
    }

    @Override
    public EndReason step(Action action, RandomStream random, Frame frame) {
      frame.observe(0, number.applyAsDouble(steps[0]++));
      return EndReason.NONE;
    }
  }

  private static EnvironmentContract contract(IntToDoubleFunction number) {
    return new EnvironmentContract() {
      @Override
      protected EnvironmentLogic environment() {
        return new Shows(number);
      }
    };
  }

  @Test
  void aNumberThatIsNotFinite() {
    assertThatThrownBy(() -> contract(step -> Double.NaN).passesTheChecker(1))
        .hasMessageContaining("FAILED  spaces: at step 1, observation [NaN] is not in");
  }

  @Test
  void aNumberOutsideItsSpace() {
    assertThatThrownBy(() -> contract(step -> 2).passesTheChecker(1))
        .hasMessageContaining("FAILED  spaces: at step 1, observation [2.0] is not in");
  }

  @Test
  void aStateThatSurvivesAReset() {
    assertThatThrownBy(() -> contract(step -> step % 7 / 7.0).passesTheChecker(1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("FAILED  step-determinism");
  }

  @Test
  void aStepThatAllocates() {
    double[][] kept = new double[1][];
    assertThatThrownBy(
            () ->
                contract(
                        step -> {
                          kept[0] = new double[100];
                          return kept[0][0];
                        })
                    .passesTheChecker(1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("bytes were allocated");
  }
}
