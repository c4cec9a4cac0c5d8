package io.tradinggym.agents.nn;

import io.tradinggym.agents.nn.kernel.Kernels;
import java.util.List;

/**
 * What computes a chain of layers. Learners describe their networks in layers and leave the rest to an engine, so that
 * each of them runs on any engine; parameters, gradients and files are the same for all.
 *
 * <p>{@link #SIMD} is the one to use: it is made for small networks and has the same bits everywhere. Others are for
 * those who want the arithmetic of a library they know.
 */
@FunctionalInterface
public interface NetworkEngine {
  /** The layers as they are, on {@link Kernels}. */
  NetworkEngine SIMD = Network::new;

  /**
   * {@return a network of these layers}
   *
   * @param layers at least one, each as wide as its neighbours expect
   * @throws IllegalArgumentException if their widths do not match
   */
  Network network(List<Layer> layers);
}
