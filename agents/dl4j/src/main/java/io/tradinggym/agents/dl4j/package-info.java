/**
 * Deeplearning4j and ND4J as a second engine under the learners. {@link io.tradinggym.agents.dl4j.Dl4j#engine} computes
 * the dense layers of any network in them:
 *
 * <pre>{@code
 * Ppo ppo = Ppo.settings().network(Mlp.SMALL.on(Dl4j.engine())).build();
 * }</pre>
 *
 * <p>Take it to compare, or where the arithmetic of ND4J is wanted; the engine of {@code trading-gym-agents-core} is
 * many times faster on networks of this size. Parameters and files are the same for both, and {@link
 * io.tradinggym.agents.dl4j.Dl4j#model} hands a trained network over to Deeplearning4j.
 *
 * <p>The JVM wants {@code --enable-native-access=ALL-UNNAMED}; set {@code OMP_NUM_THREADS=1} in the environment.
 */
@NullMarked
package io.tradinggym.agents.dl4j;

import org.jspecify.annotations.NullMarked;
