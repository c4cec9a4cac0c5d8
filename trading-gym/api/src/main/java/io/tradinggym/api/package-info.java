/**
 * Gymnasium for the JVM: what every environment, wrapper and learner shares.
 *
 * <p>To <em>use</em> environments: {@link io.tradinggym.api.Gym} makes them, {@link io.tradinggym.api.Environment} is
 * one, {@link io.tradinggym.api.VectorEnvironment} is many in step. To <em>write</em> one: implement {@link
 * io.tradinggym.api.EnvironmentLogic}. Spaces live in {@code space}, random streams in {@code random}, wrappers in
 * {@code wrapper}, the public checker in {@code check}, the classic control tasks in {@code classic}.
 */
@NullMarked
package io.tradinggym.api;

import org.jspecify.annotations.NullMarked;
