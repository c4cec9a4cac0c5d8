/** Explanations of what the agents of a run did: episodes are played again and looked at, nothing new is traded. */
@NullMarked
package io.tradinggym.experiments.explain;

import org.jspecify.annotations.NullMarked;
