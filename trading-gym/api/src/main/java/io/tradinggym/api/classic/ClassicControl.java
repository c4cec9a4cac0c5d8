package io.tradinggym.api.classic;

import io.tradinggym.api.EnvironmentProvider;
import io.tradinggym.api.Registration;
import java.util.List;

/** Registers the classic control tasks and the T-maze. */
public final class ClassicControl implements EnvironmentProvider {
  /** For {@link java.util.ServiceLoader}. */
  public ClassicControl() {}

  @Override
  public List<Registration> environments() {
    return List.of(
        Registration.of(
            "CartPole-v1", "Balance a pole on a cart by pushing it left or right.", CartPole::new),
        Registration.of(
            "MountainCar-v0",
            "Swing a weak car up a hill: left, coast or right.",
            MountainCar::new),
        Registration.of(
            "MountainCarContinuous-v0",
            "Swing a weak car up a hill with a throttle.",
            MountainCarContinuous::new),
        Registration.of("Pendulum-v1", "Swing a pendulum up and hold it upright.", Pendulum::new),
        Registration.of("Acrobot-v1", "Swing two linked rods above a line.", Acrobot::new),
        new Registration(
            "TMaze-v1",
            "Remember a sign until the junction.",
            List.of(TMaze.LENGTH),
            options -> () -> new TMaze(options.get(TMaze.LENGTH))));
  }
}
