package io.tradinggym.agents.nn;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.nn.optimizer.Adam;
import io.tradinggym.agents.nn.optimizer.Gradients;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against vectors that become objects, which costs a factor of seven and changes no result. */
@Tag("own-jvm")
class AllocationTest {
  /** Interpreted vector code is a thousand times slower than compiled: on a busy machine this takes long. */
  private static final long WARM_UP_NANOS = 60_000_000_000L;

  private static final int CALLS = 200;

  /** An object or two for a call; boxed vectors would be tens of thousands of bytes. */
  private static final long SMALL = 100;

  private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void passesAndStepsOfEveryShapeAllocateNextToNothingOnceCompiled() {
    Kernels kernels = Kernels.fastest();
    Network network = Network.mlp(33, List.of(64, 40), 3, Activation.SILU, 0.01);
    float[] params = new float[network.parameters()];
    network.initialise(params, 0, new Random(1)::nextGaussian);
    float[] gradient = new float[params.length];
    float[] x = new float[33 * 9];
    float[] dy = new float[3 * 9];
    Workspace work = new Workspace(network, 9, kernels);
    Adam adam = new Adam(params.length, kernels, 1e-5);
    settles(() -> network.forward(work, params, 0, 1, x, 0));
    settles(
        () -> {
          network.forward(work, params, 0, 9, x, 0);
          network.backwardToInputs(work, params, 0, dy, 0, gradient);
          Gradients.clip(kernels, gradient, 0.5);
          adam.step(params, gradient, 1e-3);
        });
    settles(() -> network.forward(work, params, 0, 1, x, 0));
  }

  /** Each in turn, as a memory's gates and its neighbours' activations share kernels. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void memoriesAllocateNextToNothingOnceCompiled(boolean lstm) {
    Kernels kernels = Kernels.fastest();
    Layer memory = lstm ? new Lstm(5, 64) : new Gru(5, 64);
    List<Layer> layers = new ArrayList<>(List.of(memory));
    layers.addAll(Network.mlp(64, List.of(32), 2, Activation.TANH, 0.01).layers());
    Network network = new Network(layers);
    float[] params = new float[network.parameters()];
    network.initialise(params, 0, new Random(1)::nextGaussian);
    float[] gradient = new float[params.length];
    int rows = 4 * 8;
    float[] x = new float[5 * rows];
    float[] dy = new float[2 * rows];
    boolean[] starts = new boolean[rows];
    float[] states = new float[4 * network.stateSize()];
    Workspace work = new Workspace(network, rows, kernels);
    work.sequences().set(4, starts, 0, states, 0, network.stateSize(), true);
    long allocated =
        settled(
            () -> {
              network.forward(work, params, 0, 4, x, 0);
              network.forward(work, params, 0, rows, x, 0);
              network.backward(work, params, 0, dy, 0, gradient);
            });
    assertThat(allocated).isLessThanOrEqualTo(SMALL);
  }

  /**
   * Compilation takes its time and allocates meanwhile: the claim is that a whole batch of calls is nearly free in the
   * end.
   */
  private void settles(Runnable work) {
    assertThat(settled(work)).isLessThanOrEqualTo(SMALL);
  }

  private long settled(Runnable work) {
    long allocated = Long.MAX_VALUE;
    long start = System.nanoTime();
    while (allocated > SMALL * CALLS && System.nanoTime() - start < WARM_UP_NANOS) {
      long before = memory.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < CALLS; i++) {
        work.run();
      }
      allocated = memory.getCurrentThreadAllocatedBytes() - before;
    }
    return allocated / CALLS;
  }
}
