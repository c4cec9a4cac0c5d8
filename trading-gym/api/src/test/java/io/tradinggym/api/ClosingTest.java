package io.tradinggym.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.wrapper.Journal;
import io.tradinggym.api.wrapper.NormalizeObservation;
import io.tradinggym.api.wrapper.StickyAction;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever fails, what was opened is closed. */
class ClosingTest {
  private final List<Integer> closed = new ArrayList<>();
  private int made;

  /** A law that is no more than its number; may fail when it is closed. */
  private final class Numbered implements EnvironmentLogic {
    private final EnvironmentSpec spec;
    private final int number = made++;
    private final boolean fails;

    Numbered(EnvironmentSpec spec, boolean fails) {
      this.spec = spec;
      this.fails = fails;
    }

    @Override
    public EnvironmentSpec spec() {
      return spec;
    }

    @Override
    public void reset(RandomStream random, Options options, Frame frame) {}

    @Override
    public EndReason step(Action action, RandomStream random, Frame frame) {
      return EndReason.NONE;
    }

    @Override
    public void close() {
      closed.add(number);
      if (fails) {
        throw new IllegalStateException("close " + number);
      }
    }
  }

  private Supplier<EnvironmentLogic> law(int... failing) {
    return () -> {
      boolean fails = false;
      for (int number : failing) {
        fails |= number == made;
      }
      return new Numbered(Scripted.described().build(), fails);
    };
  }

  @Test
  void allLanesAreClosedAndTheFirstFailureCarriesTheOthers() {
    VectorEnvironment envs = Gym.vector(law(1, 3)).lanes(5).make();
    assertThatThrownBy(envs::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("close 1")
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .singleElement()
                    .hasToString("java.lang.IllegalStateException: close 3"));
    assertThat(closed).containsExactly(0, 1, 2, 3, 4);
    envs.close();
    assertThat(closed).hasSize(5);
  }

  @Test
  void aMakerThatFailsLeavesNoLaneOpen() {
    assertThatThrownBy(
            () ->
                Gym.vector(
                        () -> {
                          if (made == 2) {
                            throw new IllegalStateException("no third");
                          }
                          return law(0).get();
                        })
                    .lanes(4)
                    .make())
        .hasMessage("no third")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(closed).containsExactly(0, 1);
  }

  @Test
  void aWrapperThatRefusesLeavesNothingOpen() {
    Supplier<EnvironmentLogic> masked =
        () -> new Numbered(Scripted.described().masked(true).build(), false);
    assertThatThrownBy(() -> Gym.vector(masked).lanes(3).wrap(StickyAction.of(0.1)).make())
        .hasMessageContaining("masked");
    assertThat(closed).containsExactly(0);
    assertThatThrownBy(
            () ->
                Gym.vector(law())
                    .lanes(2)
                    .wrap(NormalizeObservation.running())
                    .wrap(
                        (VectorWrapper)
                            inner -> {
                              throw new IllegalArgumentException("not this one");
                            })
                    .make())
        .hasMessage("not this one");
    assertThat(closed).containsExactly(0, 1, 2);
  }

  @Test
  void aJournalThatCannotBeWrittenStillClosesItsEnvironment() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("disk full");
          }
        };
    Journal journal = new Journal(Gym.vector(law(0)).lanes(2).make(), full);
    assertThatThrownBy(journal::close)
        .hasMessageContaining("could not be written")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(closed).containsExactly(0, 1);
  }
}
