import { nextTick } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import type { Key } from './i18n/zh';
import OverviewPage from './views/OverviewPage.vue';

declare module 'vue-router' {
  interface RouteMeta {
    title: Key;
    /** Shows what is known now, whatever time is asked for. */
    present?: boolean;
    /** Its tables want an A3 sheet across. */
    wide?: boolean;
  }
}

/** The overview comes with the first load; every other page when somebody goes there. */
export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: OverviewPage, meta: { title: 'nav.overview' } },
    { path: '/work', component: () => import('./views/WorkPage.vue'), meta: { title: 'nav.work' } },
    { path: '/block', component: () => import('./views/BlockPage.vue'), meta: { title: 'nav.block', wide: true, present: true } },
    { path: '/reviews', component: () => import('./views/ReviewsPage.vue'), meta: { title: 'nav.reviews', present: true } },
    { path: '/leagues', component: () => import('./views/LeaguesPage.vue'), meta: { title: 'nav.leagues' } },
    { path: '/projects', component: () => import('./views/ProjectsPage.vue'), meta: { title: 'nav.projects', wide: true } },
    { path: '/projects/:id', component: () => import('./views/ProjectPage.vue'), meta: { title: 'nav.project' } },
    { path: '/procedures', component: () => import('./views/ProceduresPage.vue'), meta: { title: 'nav.procedures', wide: true } },
    { path: '/schedule', component: () => import('./views/SchedulePage.vue'), meta: { title: 'nav.schedule', wide: true } },
    { path: '/order', component: () => import('./views/OrderPage.vue'), meta: { title: 'nav.order', wide: true } },
    { path: '/dekads', component: () => import('./views/DekadsPage.vue'), meta: { title: 'nav.dekads', present: true } },
    { path: '/bulletins', component: () => import('./views/BulletinsPage.vue'), meta: { title: 'nav.bulletins', present: true } },
    { path: '/import', component: () => import('./views/ImportPage.vue'), meta: { title: 'nav.import', present: true } },
    { path: '/account', component: () => import('./views/AccountPage.vue'), meta: { title: 'nav.account', present: true } },
    { path: '/accounts', component: () => import('./views/AccountsPage.vue'), meta: { title: 'nav.accounts', present: true } },
    { path: '/audit', component: () => import('./views/AuditPage.vue'), meta: { title: 'nav.audit', wide: true, present: true } },
    { path: '/rights', component: () => import('./views/RightsPage.vue'), meta: { title: 'nav.rights', wide: true, present: true } },
    { path: '/:rest(.*)*', component: () => import('./views/NotFoundPage.vue'), meta: { title: 'nav.not_found' } },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

// Whoever reads with ears or keys starts at the top of the new page, not where the old link was.
router.afterEach((to, from) => {
  if (to.path !== from.path && from.matched.length) void nextTick(() => document.getElementById('content')?.focus());
});
