package io.tradinggym.agents.rl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.ConstantReward;
import io.tradinggym.agents.Identity;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Environment;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.deeplearning4j.gym.StepReply;
import org.deeplearning4j.rl4j.mdp.CartpoleNative;
import org.deeplearning4j.rl4j.space.Box;
import org.junit.jupiter.api.Test;

class GymMdpTest {
  static Supplier<Environment> of(Supplier<EnvironmentLogic> logic) {
    return () -> new Environment(Gym.vector(logic, 1, 1, AutoReset.DISABLED));
  }

  private static Environment cartPole() {
    return Gym.make("CartPole-v1");
  }

  @Test
  void stepsAreThoseOfTheEnvironment() {
    GymMdp mdp = new GymMdp(GymMdpTest::cartPole, 5);
    try (Environment env = cartPole()) {
      Box first = mdp.reset();
      env.restore(mdp.environment().snapshot());
      assertThat(first.toArray()).hasSize(4).containsExactly(doubles(env.last().observation()));
      double total = 0;
      int choice = 0;
      while (!mdp.isDone()) {
        StepReply<Box> reply = mdp.step(choice);
        env.step(choice);
        assertThat(reply.getObservation().toArray())
            .containsExactly(doubles(env.last().observation()));
        assertThat(reply.getReward()).isEqualTo(env.last().reward());
        assertThat(reply.isDone()).isEqualTo(env.last().terminated());
        total += reply.getReward();
        choice = 1 - choice;
      }
      assertThat(env.ended()).isTrue();
      assertThat(mdp.returns()).containsExactly(total);
      assertThat(mdp.steps()).isEqualTo((long) total);
    }
    mdp.close();
  }

  /** Oracle: RL4J's own cart and pole, which follows the same equations in double. */
  @Test
  void theCartPoleIsThatOfRl4j() {
    GymMdp mdp = new GymMdp(GymMdpTest::cartPole, 5);
    CartpoleNative theirs = new CartpoleNative(1);
    double[] start = mdp.reset().toArray();
    theirs.reset();
    set(theirs, "x", start[0]);
    set(theirs, "xDot", start[1]);
    set(theirs, "theta", start[2]);
    set(theirs, "thetaDot", start[3]);
    for (int i = 0; i < 8; i++) {
      StepReply<Box> ours = mdp.step(i % 2);
      StepReply<Box> reply = theirs.step(i % 2);
      for (int j = 0; j < 4; j++) {
        assertThat(ours.getObservation().toArray()[j])
            .isCloseTo(reply.getObservation().toArray()[j], within(1e-5));
      }
      assertThat(ours.getReward()).isEqualTo(reply.getReward());
      assertThat(ours.isDone()).isEqualTo(reply.isDone());
    }
    mdp.close();
  }

  private static void set(CartpoleNative cart, String name, double value) {
    try {
      var field = CartpoleNative.class.getDeclaredField(name);
      field.setAccessible(true);
      field.setDouble(cart, value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }

  @Test
  void aTruncatedEpisodeIsOverButNotDone() {
    assertThat(lastReply(false)).containsExactly(false, true);
    assertThat(lastReply(true)).containsExactly(true, true);
  }

  private static List<Boolean> lastReply(boolean terminates) {
    GymMdp mdp = new GymMdp(of(() -> new ConstantReward(terminates)), 1);
    mdp.reset();
    boolean done = false;
    while (!mdp.isDone()) {
      done = mdp.step(0).isDone();
    }
    mdp.close();
    return List.of(done, mdp.isDone());
  }

  @Test
  void aForbiddenChoiceBecomesTheFirstAllowedOne() {
    GymMdp mdp = new GymMdp(of(() -> new Identity(4, true)), 3);
    mdp.reset();
    for (int i = 0; i < 100; i++) {
      assertThat(mdp.step(i % 4).getReward()).as("only the right choice is allowed").isEqualTo(1);
    }
    assertThat(mdp.returns()).containsExactly(100);
    mdp.close();
  }

  @Test
  void theSeedDecidesEverythingAndInstancesDiffer() {
    assertThat(starts(7)).isEqualTo(starts(7)).isNotEqualTo(starts(8)).doesNotHaveDuplicates();
  }

  /** Three starts and random choices of an MDP and of a further instance. */
  private static List<String> starts(long seed) {
    GymMdp mdp = new GymMdp(GymMdpTest::cartPole, seed);
    List<String> seen = new ArrayList<>();
    for (GymMdp each : List.of(mdp, mdp.newInstance())) {
      for (int i = 0; i < 3; i++) {
        StringBuilder choices = new StringBuilder();
        for (int k = 0; k < 20; k++) {
          choices.append(each.getActionSpace().randomAction());
        }
        seen.add(java.util.Arrays.toString(each.reset().toArray()) + choices);
      }
      each.close();
    }
    return seen;
  }

  @Test
  void anEpisodeThatIsCutOffCountsToo() {
    GymMdp mdp = new GymMdp(GymMdpTest::cartPole, 2);
    mdp.reset();
    mdp.step(0);
    mdp.step(1);
    mdp.reset();
    assertThat(mdp.returns()).containsExactly(2);
    mdp.close();
  }

  @Test
  void continuousActionsAreRefused() {
    assertThatThrownBy(() -> new GymMdp(() -> Gym.make("Pendulum-v1"), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("rl4j needs a Discrete action space, was {\"type\":\"Box\"");
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
