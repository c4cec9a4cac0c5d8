package io.tradinggym.experiments.config;

import io.tradinggym.agents.nn.Activation;
import io.tradinggym.agents.policy.Gsde;
import io.tradinggym.agents.policy.Mlp;
import java.util.function.Consumer;

/** The keys of a network's shape, and of the noise that depends on it. */
final class NetworkKeys {
  private NetworkKeys() {}

  /** Reads {@code hidden: [64, 64]} and {@code activation: tanh}. */
  static void read(Keys keys, Mlp byDefault, Consumer<Mlp> to) {
    Activation activation = keys.choice("activation", Activation.class, byDefault.activation());
    to.accept(new Mlp(keys.integers("hidden", byDefault.hidden()), activation));
  }

  /** Reads {@code gsde: {every: 4, logStd: -2}}; both may be left out. */
  static void gsde(Keys keys, Consumer<Gsde> to) {
    if (keys.has("gsde")) {
      Keys child = keys.child("gsde");
      int every = child.integer("every", Gsde.perRollout().every(), 1, Integer.MAX_VALUE);
      to.accept(Gsde.every(every).logStd(child.number("logStd", 0)));
    }
  }
}
