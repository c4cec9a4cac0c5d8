/** What on-policy learners share: the transitions of some steps in all lanes, and the advantages computed from them. */
@NullMarked
package io.tradinggym.agents.rollout;

import org.jspecify.annotations.NullMarked;
