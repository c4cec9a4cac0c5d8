/**
 * The shortest ways in: {@link io.tradinggym.examples.firstagent.ByHand} steps an environment, {@link
 * io.tradinggym.examples.firstagent.FirstAgent} trains an agent and evaluates it.
 */
@NullMarked
package io.tradinggym.examples.firstagent;

import org.jspecify.annotations.NullMarked;
