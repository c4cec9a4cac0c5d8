package io.tradinggym.api.classic;

import io.tradinggym.api.EnvironmentProvider;
import io.tradinggym.api.Registration;
import java.util.List;

/** Registers the classic control tasks. */
public final class ClassicControl implements EnvironmentProvider {
  /** For {@link java.util.ServiceLoader}. */
  public ClassicControl() {}

  @Override
  public List<Registration> environments() {
    return List.of(
        Registration.of("CartPole-v1", "Balance a pole on a cart by pushing it left or right.", CartPole::new));
  }
}
