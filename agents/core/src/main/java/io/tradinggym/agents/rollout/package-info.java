/**
 * What on-policy learners share: collecting transitions in all lanes, their advantages, steps down a loss over them.
 */
@NullMarked
package io.tradinggym.agents.rollout;

import org.jspecify.annotations.NullMarked;
