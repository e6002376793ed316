/** The least that can be shown on a page: one `div` that says which deal this is. */
const div = document.createElement('div');
div.id = 'floor';
div.style.cssText =
  'position:fixed;right:0;top:50%;width:40px;height:40px;z-index:8999;overflow:hidden;background:#fff';
let open = false;

const draw = () => {
  const deal = dealId();
  div.textContent = deal;
  if (open) painted(deal);
};

div.addEventListener('click', () => {
  open = !open;
  div.style.width = open ? '360px' : '40px';
  draw();
});
navigation.addEventListener('currententrychange', draw);
document.documentElement.append(div);
draw();
