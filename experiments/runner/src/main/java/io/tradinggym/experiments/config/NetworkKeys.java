package io.tradinggym.experiments.config;

import io.tradinggym.agents.nn.Activation;
import io.tradinggym.agents.policy.Mlp;
import java.util.function.Consumer;

/** The keys of a network's shape. */
final class NetworkKeys {
  private NetworkKeys() {}

  /** Reads {@code hidden: [64, 64]} and {@code activation: tanh}. */
  static void read(Keys keys, Mlp byDefault, Consumer<Mlp> to) {
    Activation activation = keys.choice("activation", Activation.class, byDefault.activation());
    to.accept(new Mlp(keys.integers("hidden", byDefault.hidden()), activation));
  }
}
