package io.tradinggym.agents.dl4j;

import io.tradinggym.agents.nn.Activate;
import io.tradinggym.agents.nn.Dense;
import io.tradinggym.agents.nn.Layer;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.NetworkEngine;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j under this library's learners. */
public final class Dl4j {
  private static final NetworkEngine ENGINE = new Dl4j()::network;

  /** ND4J's own threads would fight with those that the learners have; one is also the fastest for small networks. */
  private Dl4j() {
    Nd4j.getEnvironment().setMaxMasterThreads(1);
    Nd4j.getEnvironment().setMaxThreads(1);
  }

  /**
   * The engine that computes dense layers and the activations behind them in Deeplearning4j, as many in a row as there
   * are; layers of other kinds are computed as they always are. Sets ND4J to one thread, for the whole JVM.
   */
  public static NetworkEngine engine() {
    return ENGINE;
  }

  private Network network(List<Layer> layers) {
    List<Layer> steps = new ArrayList<>();
    List<Layer> chain = new ArrayList<>();
    for (Layer layer : layers) {
      if (layer instanceof Dense || (layer instanceof Activate && !chain.isEmpty())) {
        chain.add(layer);
      } else {
        close(chain, steps);
        steps.add(layer);
      }
    }
    close(chain, steps);
    return new Network(layers, steps);
  }

  private static void close(List<Layer> chain, List<Layer> steps) {
    if (!chain.isEmpty()) {
      steps.add(new DenseChain(List.copyOf(chain)));
      chain.clear();
    }
  }

  /**
   * A network of Deeplearning4j that computes what a network of this library does, to use or save there.
   *
   * @param network of dense layers and activations alone
   * @param params holds its parameters from {@code at}
   * @throws IllegalArgumentException if the network has layers of another kind
   */
  public static MultiLayerNetwork model(Network network, float[] params, int at) {
    List<Layer> steps = ENGINE.network(network.layers()).steps();
    if (steps.size() > 1 || !(steps.getFirst() instanceof DenseChain chain)) {
      throw new IllegalArgumentException(
          "only dense layers, each with or without an activation, were expected; was "
              + network.layers());
    }
    ChainMemory memory = new ChainMemory(chain.layers(), 1);
    memory.load(params, at);
    return memory.model();
  }
}
